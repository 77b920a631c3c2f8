"""Arithmetic written out digit by digit, so that every step is a small fact or a copy."""


def digits(n: int, width: int) -> list[int]:
    """The digits of n from the ones up, filled with noughts to `width`."""
    return [n // 10**i % 10 for i in range(width)]


def added(a: int, b: int) -> str:
    """a + b by columns; behind each arrow stands the result so far.

    >>> added(748, 367)
    '748+367: 8+7=15→5, 4+6+1=11→15, 7+3+1=11→1115'
    """
    width = max(len(str(a)), len(str(b)))
    steps, carry, done = [], 0, ""
    for i, (x, y) in enumerate(zip(digits(a, width), digits(b, width), strict=True)):
        s = x + y + carry
        done = (str(s) if i == width - 1 else str(s % 10)) + done
        steps.append(f"{x}+{y}{'+1' if carry else ''}={s}→{done}")
        carry = s // 10
    return f"{a}+{b}: " + ", ".join(steps)


def taken(a: int, b: int) -> str:
    """a - b by columns, b not above a; a step that borrows adds ten, and the next takes one more.

    >>> taken(752, 367)
    '752-367: 2+10-7=5→5, 5+10-6-1=8→85, 7-3-1=3→385'
    """
    width = len(str(a))
    steps, borrow, done = [], 0, ""
    for x, y in zip(digits(a, width), digits(b, width), strict=True):
        s = x - y - borrow
        ten, s = ("+10", s + 10) if s < 0 else ("", s)
        done = str(s) + done
        steps.append(f"{x}{ten}-{y}{'-1' if borrow else ''}={s}→{done}")
        borrow = bool(ten)
    return f"{a}-{b}: " + ", ".join(steps) + ("" if str(int(done)) == done else f", {int(done)}")


def by_digit(a: int, d: int, noughts: int = 0) -> str:
    """a times one digit by columns, then as many noughts behind it.

    The product and its carry are two steps: a hundred facts and a sum, where one step would be nine hundred facts.

    >>> by_digit(17, 3)
    '17×3: 7×3=21→1, 1×3=3, 3+2=5→51'
    >>> by_digit(17, 2, 1)
    '17×20: 7×2=14→4, 1×2=2, 2+1=3→34, 340'
    """
    width = len(str(a))
    steps, carry, done = [], 0, ""
    for i, x in enumerate(digits(a, width)):
        s = x * d + carry
        done = (str(s) if i == width - 1 else str(s % 10)) + done
        steps.append(f"{x}×{d}={x * d}" + (f", {x * d}+{carry}={s}→{done}" if carry else f"→{done}"))
        carry = s // 10
    tail = f", {a * d * 10**noughts}" if noughts else ""
    return f"{a}×{d * 10**noughts}: " + ", ".join(steps) + tail


def multiplied(a: int, b: int) -> str:
    """a × b, the longer number first, one line for each digit of the other that isn't nought, then their sum.

    >>> multiplied(4, 17)
    '17×4: 7×4=28→8, 1×4=4, 4+2=6→68'
    >>> multiplied(17, 23).splitlines()[-1]
    '51+340: 1+0=1→1, 5+4=9→91, 0+3=3→391'
    """
    if len(str(a)) < len(str(b)):
        a, b = b, a
    lines, total = [], 0
    for i, d in enumerate(digits(b, len(str(b)))):
        if d:
            lines.append(by_digit(a, d, i))
            part = a * d * 10**i
            if total:
                lines.append(added(total, part))
            total += part
    return "\n".join(lines)


def divided(a: int, b: int) -> str:
    """a ÷ b that comes out even, by the times table.

    >>> divided(42, 6)
    '42÷6: 6×7=42→7'
    """
    return f"{a}÷{b}: {b}×{a // b}={a}→{a // b}"


def sign(a: int, b: int) -> str:
    """What stands between two numbers."""
    return "<" if a < b else ">" if a > b else "="


def compared(a: str, b: str) -> str:
    """How two different numbers compare: by length before the point, then digit by digit to the first that differs.

    The last sign is the verdict, and the numbers are named in the order they came: larger stands before the first or
    behind it as the sign says, so that nothing is chosen and copied at once.

    >>> compared("731", "713")
    '731: 3, 713: 3, 3 = 3, 7 = 7, 3 > 1, larger 731, smaller 713'
    >>> compared("98", "240")
    '98: 2, 240: 3, 2 < 3, smaller 98, larger 240'
    """
    lengths = [len(x.partition(".")[0]) for x in (a, b)]
    steps = [f"{a}: {lengths[0]}, {b}: {lengths[1]}"]
    signs = (x.replace(".", "") for x in (a, b))
    for x, y in [tuple(lengths), *((int(x), int(y)) for x, y in zip(*signs, strict=False))]:
        steps.append(f"{x} {sign(x, y)} {y}")
        if x != y:
            break
    names = ("larger", "smaller") if x > y else ("smaller", "larger")
    return ", ".join(steps) + f", {names[0]} {a}, {names[1]} {b}"
