"""A template's syntax tree made safe: its tokens marked, its decisions on spelled-out text, its steps counted."""

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from qwenchat.prompts.errors import TemplateError
from qwenchat.prompts.marks import Marks


def rewritten(tree: nodes.Template, marks: Marks) -> nodes.Template:
    """`tree` as it is to be compiled; changes it in place. Raises `TemplateError` for what isn't offered."""
    _Joining().visit(tree)
    _Marking(marks).visit(tree)
    return tree


class _Joining(NodeTransformer):
    """Literals that stand side by side become one, so that a token written in two halves is whole."""

    def visit_Add(self, node: nodes.Add) -> nodes.Node:
        self.generic_visit(node)
        joined = _joined([node.left, node.right])
        return joined[0] if len(joined) == 1 else node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        node.nodes = _joined(node.nodes)
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:
        self.generic_visit(node)
        node.nodes = _joined(node.nodes)
        return node


class _Marking(NodeTransformer):
    """The template's own tokens become marks, except where text is compared; what compares sees no mark.

    Filters with a "!" in their names are ours: no template can write such a name.
    """

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:
        node.data = self._marks.marked(node.data)
        return node

    def visit_Const(self, node: nodes.Const) -> nodes.Node:
        if isinstance(node.value, str):
            node.value = self._marks.marked(node.value)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:
        # A key is there to be looked up, by whoever's spelling.
        node.key = self._plain(node.key)
        node.value = self.visit(node.value)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        node.expr = self._plain(node.expr)
        for operand in node.ops:
            operand.expr = self._plain(operand.expr)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _filter("concat!", nodes.List(node.nodes, lineno=node.lineno))

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        bounds = (node.arg.start, node.arg.stop, node.arg.step)
        return _filter("slice!", node.node, *(nodes.Const(None) if bound is None else bound for bound in bounds))

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        return _counted(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:
        self.generic_visit(node)
        return _counted(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:
        self.generic_visit(node)
        return _counted(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:
        self.generic_visit(node)
        return _counted(node)

    def _refused(self, node: nodes.Node) -> nodes.Node:
        what = type(node).__name__.lower()
        raise TemplateError(f"{what!r} is not offered to chat templates", node.lineno)

    visit_Extends = visit_FromImport = visit_Import = visit_Include = _refused

    def visit_ScopedEvalContextModifier(self, node: nodes.ScopedEvalContextModifier) -> nodes.Node:
        raise TemplateError("'autoescape' is not offered to chat templates", node.lineno)

    def _plain(self, node: nodes.Expr) -> nodes.Expr:
        """`node` as what compares must see it; a literal simply stays as the template has it."""
        if isinstance(node, nodes.Const):
            return node
        return _filter("plain!", self.visit(node))


def _joined(expressions: list[nodes.Expr]) -> list[nodes.Expr]:
    joined: list[nodes.Expr] = []
    for node in expressions:
        left, right = _literal(joined[-1]) if joined else None, _literal(node)
        if left is None or right is None:
            joined.append(node)
        else:
            joined[-1] = nodes.Const(left + right, lineno=joined[-1].lineno)
    return joined


def _literal(node: nodes.Expr) -> str | None:
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    return None


def _counted(node: nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block) -> nodes.Node:
    """`node` with a step taken at the start of its body."""
    step = nodes.ExprStmt(_filter("step!", nodes.Const(None, lineno=node.lineno)), lineno=node.lineno)
    node.body.insert(0, step)
    return node


def _filter(name: str, value: nodes.Expr, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(args), [], None, None, lineno=value.lineno)
