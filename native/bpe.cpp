// qwenchat.tokens._bpe: byte-pair encoding over a table that is mapped from a file.
//
// The table is four little-endian sections that Python lays out (tokens/table.py): 256 byte ids, token
// offsets, token bytes, and an open-addressed hash map of merges. Nothing is copied out of it, so loading
// costs page faults and one checking pass.

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nb = nanobind;

static_assert(std::endian::native == std::endian::little, "the table is little-endian");

namespace {

constexpr uint32_t kNone = 0xFFFFFFFFu;

// ---------------------------------------------------------------------------------------------- merges

struct Slot {
    uint32_t left, right, rank, merged;
};
static_assert(sizeof(Slot) == 16);

constexpr Slot kEmpty{kNone, kNone, kNone, kNone};

// A view of the hash map (left id, right id) -> (rank, merged id): linear probing, a power of two of slots.
struct MergeView {
    std::span<const Slot> slots;
    uint32_t max_probe = 0;  // no key lies further than this from its home: bounds every search

    static size_t home(uint32_t left, uint32_t right, size_t n_slots) {
        const uint64_t key = (uint64_t{left} << 32 | right) * 0x9E3779B97F4A7C15ull;
        return static_cast<size_t>(key >> (64 - std::countr_zero(n_slots)));
    }

    const Slot& find(uint32_t left, uint32_t right) const {
        const size_t mask = slots.size() - 1;
        size_t at = home(left, right, slots.size());
        for (uint32_t probe = 0; probe <= max_probe; ++probe, at = (at + 1) & mask) {
            const Slot& slot = slots[at];
            if (slot.left == left && slot.right == right) return slot;
            if (slot.left == kNone) break;
        }
        return kEmpty;
    }
};

// The same map while it is being filled; its size is fixed at the start, at most two thirds full.
class MergeMap {
public:
    explicit MergeMap(size_t n_merges)
        : slots_(std::bit_ceil(std::max<size_t>(n_merges + n_merges / 2, 2)), kEmpty) {}

    bool insert(const Slot& merge) {
        const size_t mask = slots_.size() - 1;
        size_t at = MergeView::home(merge.left, merge.right, slots_.size());
        for (uint32_t probe = 0;; ++probe, at = (at + 1) & mask) {
            if (slots_[at].left == merge.left && slots_[at].right == merge.right) return false;
            if (slots_[at].left != kNone) continue;
            slots_[at] = merge;
            max_probe_ = std::max(max_probe_, probe);
            return true;
        }
    }

    MergeView view() const { return {slots_, max_probe_}; }

private:
    std::vector<Slot> slots_;
    uint32_t max_probe_ = 0;
};

// -------------------------------------------------------------------------------------------- encoding

// Merges one pre-token: again and again the pair of lowest rank, the leftmost first.
// Short pieces scan for it; long ones keep a heap, so that a megabyte of one letter stays n log n.
class Merger {
public:
    Merger(MergeView merges, std::span<const uint32_t, 256> byte_ids) : merges_(merges), byte_ids_(byte_ids) {}

    void encode(std::string_view piece, std::vector<uint32_t>& out) {
        if (piece.size() <= kShort) {
            encode_short(piece, out);
        } else {
            encode_long(piece, out);
        }
    }

    void encode_short(std::string_view piece, std::vector<uint32_t>& out) {
        std::array<uint32_t, kShort + 1> ids;
        std::array<const Slot*, kShort + 1> pairs;  // pairs[i] merges ids[i] with ids[i + 1]
        size_t n = piece.size();
        for (size_t i = 0; i < n; ++i) ids[i] = byte_ids_[static_cast<uint8_t>(piece[i])];
        for (size_t i = 0; i + 1 < n; ++i) pairs[i] = &merges_.find(ids[i], ids[i + 1]);
        while (n > 1) {
            size_t best = 0;
            for (size_t i = 1; i + 1 < n; ++i) {
                if (pairs[i]->rank < pairs[best]->rank) best = i;
            }
            if (pairs[best]->rank == kNone) break;
            ids[best] = pairs[best]->merged;
            --n;
            for (size_t i = best + 1; i < n; ++i) ids[i] = ids[i + 1];
            for (size_t i = best + 1; i + 1 < n; ++i) pairs[i] = pairs[i + 1];
            if (best > 0) pairs[best - 1] = &merges_.find(ids[best - 1], ids[best]);
            if (best + 1 < n) pairs[best] = &merges_.find(ids[best], ids[best + 1]);
        }
        out.insert(out.end(), ids.begin(), ids.begin() + static_cast<ptrdiff_t>(n));
    }

    void encode_long(std::string_view piece, std::vector<uint32_t>& out) {
        if (piece.size() >= kNone) throw std::length_error("a pre-token of 4 GiB or more");
        const auto n = static_cast<uint32_t>(piece.size());
        nodes_.resize(n);
        heap_.clear();
        for (uint32_t i = 0; i < n; ++i) {
            nodes_[i] = {byte_ids_[static_cast<uint8_t>(piece[i])], i - 1, i + 1, kNone, kNone};
        }
        for (uint32_t i = 0; i + 1 < n; ++i) {
            if (pair_up(i, i + 1)) heap_.push_back(uint64_t{nodes_[i].rank} << 32 | i);
        }
        std::make_heap(heap_.begin(), heap_.end(), std::greater<>{});
        while (!heap_.empty()) {
            std::pop_heap(heap_.begin(), heap_.end(), std::greater<>{});
            const uint64_t top = heap_.back();
            heap_.pop_back();
            const auto at = static_cast<uint32_t>(top);
            // A rank names one pair, so an entry is stale exactly when its place pairs at another rank now.
            if (nodes_[at].rank == top >> 32) merge(at, n);
        }
        for (uint32_t i = 0; i < n; i = nodes_[i].next) out.push_back(nodes_[i].id);
    }

    static constexpr size_t kShort = 48;

private:
    struct Node {
        uint32_t id, previous, next;  // previous of the first wraps to kNone; next of the last is n
        uint32_t rank, merged;        // of the pair that starts here; kNone where there is none, or no node
    };

    bool pair_up(uint32_t at, uint32_t next) {
        const Slot& slot = merges_.find(nodes_[at].id, nodes_[next].id);
        nodes_[at].rank = slot.rank;
        nodes_[at].merged = slot.merged;
        return slot.rank != kNone;
    }

    void push_pair(uint32_t at, uint32_t next) {
        if (!pair_up(at, next)) return;
        heap_.push_back(uint64_t{nodes_[at].rank} << 32 | at);
        std::push_heap(heap_.begin(), heap_.end(), std::greater<>{});
    }

    void merge(uint32_t at, uint32_t n) {
        Node& node = nodes_[at];
        const uint32_t gone = node.next;
        node.id = node.merged;
        node.next = nodes_[gone].next;
        node.rank = kNone;
        nodes_[gone].rank = kNone;
        if (node.next < n) {
            nodes_[node.next].previous = at;
            push_pair(at, node.next);
        }
        if (node.previous != kNone) push_pair(node.previous, at);
    }

    MergeView merges_;
    std::span<const uint32_t, 256> byte_ids_;
    std::vector<Node> nodes_;
    std::vector<uint64_t> heap_;  // rank above, place below: the smallest is the lowest rank, then the leftmost
};

// Remembers where in the output the ids of a recent piece lie: text repeats its words.
class Recent {
public:
    Recent() : entries_(kEntries) {}

    void encode(std::string_view piece, Merger& merger, std::vector<uint32_t>& out) {
        if (piece.size() > Merger::kShort) return merger.encode(piece, out);
        Entry& entry = entries_[std::hash<std::string_view>{}(piece) % kEntries];
        if (entry.piece == piece) {
            for (size_t i = 0; i < entry.n_ids; ++i) out.push_back(out[entry.start + i]);
            return;
        }
        const size_t start = out.size();
        merger.encode(piece, out);
        entry = {piece, start, out.size() - start};
    }

private:
    struct Entry {
        std::string_view piece;
        size_t start = 0, n_ids = 0;
    };
    static constexpr size_t kEntries = 1024;
    std::vector<Entry> entries_;
};

// ---------------------------------------------------------------------------------------- Python edges

// A read-only buffer (bytes, mmap, array), held for as long as this lives: a mapping can't be closed under us.
class Buffer {
public:
    explicit Buffer(nb::handle source) {
        if (PyObject_GetBuffer(source.ptr(), &view_, PyBUF_SIMPLE) != 0) throw nb::python_error();
    }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer() { PyBuffer_Release(&view_); }

    template <typename T>
    std::span<const T> section(uint64_t at, uint64_t n, const char* name) const {
        const auto size = static_cast<uint64_t>(view_.len);
        if (at > size || n > (size - at) / sizeof(T) || at % alignof(T) != 0) {
            throw std::invalid_argument(std::string("the table's ") + name + " lie outside the file");
        }
        return {reinterpret_cast<const T*>(static_cast<const char*>(view_.buf) + at), static_cast<size_t>(n)};
    }

    template <typename T>
    std::span<const T> all() const {
        return section<T>(0, static_cast<uint64_t>(view_.len) / sizeof(T), "values");
    }

private:
    Py_buffer view_{};
};

std::string_view utf8_of(PyObject* text) {
    Py_ssize_t size = 0;
    const char* bytes = PyUnicode_AsUTF8AndSize(text, &size);
    if (bytes == nullptr) throw nb::python_error();
    return {bytes, static_cast<size_t>(size)};
}

nb::bytes bytes_of(std::string_view text) { return nb::bytes(text.data(), text.size()); }

template <typename T>
nb::bytes bytes_of_values(std::span<const T> values) {
    return nb::bytes(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

nb::object list_of_ids(const std::vector<uint32_t>& ids) {
    nb::object list = nb::steal(PyList_New(static_cast<Py_ssize_t>(ids.size())));
    if (!list.is_valid()) throw nb::python_error();
    for (size_t i = 0; i < ids.size(); ++i) {
        PyObject* id = PyLong_FromUnsignedLong(ids[i]);
        if (id == nullptr) throw nb::python_error();
        PyList_SET_ITEM(list.ptr(), static_cast<Py_ssize_t>(i), id);
    }
    return list;
}

// Text ↔ ids over one table. Never written after construction, so threads may share it.
class Table {
public:
    Table(nb::handle buffer, uint64_t byte_ids_at, uint64_t offsets_at, uint64_t n_ids, uint64_t blob_at,
          uint64_t n_blob, uint64_t slots_at, uint64_t n_slots, uint32_t max_probe)
        : buffer_(buffer),
          byte_ids_(buffer_.section<uint32_t>(byte_ids_at, 256, "byte ids").first<256>()),
          offsets_(buffer_.section<uint32_t>(offsets_at, n_ids + 1, "token offsets")),
          blob_(buffer_.section<char>(blob_at, n_blob, "token bytes")),
          merges_{buffer_.section<Slot>(slots_at, n_slots, "merges"), max_probe} {
        if (n_ids >= kNone || n_blob >= kNone) throw std::invalid_argument("the table is too large");
        if (n_slots < 2 || !std::has_single_bit(n_slots) || max_probe >= n_slots) {
            throw std::invalid_argument("the table's merges have no valid size");
        }
        check();
    }

    nb::object encode(nb::list pieces) const {
        std::vector<std::string_view> texts;
        texts.reserve(pieces.size());
        size_t n_bytes = 0;
        for (nb::handle piece : pieces) {
            texts.push_back(utf8_of(piece.ptr()));
            n_bytes += texts.back().size();
        }
        std::vector<uint32_t> ids;
        {
            nb::gil_scoped_release release;  // the views stay valid: the caller's list holds the strings
            ids.reserve(n_bytes / 3 + 16);
            Merger merger(merges_, byte_ids_);
            Recent recent;
            for (std::string_view text : texts) recent.encode(text, merger, ids);
        }
        return list_of_ids(ids);
    }

    // One piece, by the heap whatever its length: the slow twin of the scan, for tests.
    nb::object encode_by_heap(nb::str piece) const {
        std::vector<uint32_t> ids;
        const std::string_view text = utf8_of(piece.ptr());
        Merger(merges_, byte_ids_).encode_long(text, ids);
        return list_of_ids(ids);
    }

    nb::bytes decode(nb::handle ids) const {
        nb::object items = nb::steal(PySequence_Fast(ids.ptr(), "ids must be a sequence of integers"));
        if (!items.is_valid()) throw nb::python_error();
        std::string text;
        for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(items.ptr()); ++i) {
            text += token(PySequence_Fast_GET_ITEM(items.ptr(), i));
        }
        return bytes_of(text);
    }

    nb::bytes token_bytes(nb::handle id) const { return bytes_of(token(id.ptr())); }

private:
    void check() const {
        const size_t n_ids = offsets_.size() - 1;
        const auto known = [n_ids](uint32_t id) { return id < n_ids; };
        if (!std::is_sorted(offsets_.begin(), offsets_.end()) || offsets_.back() > blob_.size()) {
            throw std::invalid_argument("the table's token offsets are not in order");
        }
        if (!std::all_of(byte_ids_.begin(), byte_ids_.end(), known)) {
            throw std::invalid_argument("the table's byte ids name unknown tokens");
        }
        for (const Slot& slot : merges_.slots) {
            if (slot.left == kNone) continue;
            if (!known(slot.left) || !known(slot.right) || !known(slot.merged) || slot.rank == kNone) {
                throw std::invalid_argument("the table's merges name unknown tokens");
            }
        }
    }

    std::string_view token(PyObject* id) const {
        nb::object whole = nb::steal(PyNumber_Index(id));
        if (!whole.is_valid()) throw nb::python_error();
        const size_t n_ids = offsets_.size() - 1;
        int overflow = 0;
        const long long value = PyLong_AsLongLongAndOverflow(whole.ptr(), &overflow);
        if (overflow == 0 && value >= 0 && static_cast<size_t>(value) < n_ids) {
            const uint32_t start = offsets_[static_cast<size_t>(value)];
            const uint32_t end = offsets_[static_cast<size_t>(value) + 1];
            // Checked again: the file may have changed under the mapping since the table was opened.
            if (start < end && end <= blob_.size()) return {blob_.data() + start, end - start};
        }
        throw std::invalid_argument("token id " + std::string(nb::str(whole).c_str()) +
                                    " is not in this tokenizer (its ids run from 0 to " +
                                    std::to_string(n_ids - 1) +
                                    (overflow == 0 && value >= 0 && static_cast<size_t>(value) < n_ids
                                         ? "; this one is unused)"
                                         : ")"));
    }

    Buffer buffer_;
    std::span<const uint32_t, 256> byte_ids_;
    std::span<const uint32_t> offsets_;
    std::span<const char> blob_;
    MergeView merges_;
};

// Cuts added tokens out of text: the leftmost first, of those that start there the longest.
class Splitter {
public:
    explicit Splitter(nb::list tokens) {  // (text, id) pairs
        for (nb::handle item : tokens) {
            auto pair = nb::cast<nb::tuple>(item);
            tokens_.emplace_back(utf8_of(nb::handle(pair[0]).ptr()), nb::cast<uint32_t>(pair[1]));
            if (tokens_.back().first.empty()) throw std::invalid_argument("an added token has no text");
        }
        std::sort(tokens_.begin(), tokens_.end());
        size_t at = 0;
        for (size_t byte = 0; byte < 256; ++byte) {
            starts_[byte] = at;
            while (at < tokens_.size() && static_cast<uint8_t>(tokens_[at].first[0]) == byte) ++at;
        }
        starts_[256] = at;
    }

    // The text as a list of str (plain runs, never empty) and int (ids of added tokens).
    nb::list split(nb::str text) const {
        const std::string_view bytes = utf8_of(text.ptr());
        nb::list parts;
        size_t done = 0;
        for (size_t at = 0; at < bytes.size();) {
            const size_t found = longest_at(bytes.substr(at));
            if (found == tokens_.size()) {
                ++at;
                continue;
            }
            if (done < at) parts.append(nb::str(bytes.data() + done, at - done));
            parts.append(nb::int_(tokens_[found].second));
            at += tokens_[found].first.size();
            done = at;
        }
        if (done < bytes.size()) parts.append(nb::str(bytes.data() + done, bytes.size() - done));
        return parts;
    }

private:
    size_t longest_at(std::string_view text) const {
        const auto first = static_cast<uint8_t>(text[0]);
        size_t low = starts_[first], high = starts_[first + 1], best = tokens_.size();
        for (size_t depth = 1; low < high; ++depth) {
            // All of low..high agree with the text in their first `depth` bytes, and the shortest is the first.
            if (tokens_[low].first.size() == depth) best = low++;
            if (depth == text.size()) break;
            const auto wanted = static_cast<uint8_t>(text[depth]);
            const auto byte_at = [depth](const auto& token) { return static_cast<uint8_t>(token.first[depth]); };
            const auto range = std::ranges::equal_range(tokens_.begin() + static_cast<ptrdiff_t>(low),
                                                        tokens_.begin() + static_cast<ptrdiff_t>(high), wanted,
                                                        std::less<>{}, byte_at);
            low = static_cast<size_t>(range.begin() - tokens_.begin());
            high = static_cast<size_t>(range.end() - tokens_.begin());
        }
        return best;
    }

    std::vector<std::pair<std::string, uint32_t>> tokens_;
    std::array<size_t, 257> starts_{};
};

// -------------------------------------------------------------------------------------------- building

// Lays merges out as the table's hash map; merge i has rank i. Returns (slots, n_slots, max_probe).
nb::tuple build_merges(nb::handle lefts, nb::handle rights, nb::handle mergeds) {
    const Buffer left_buffer(lefts), right_buffer(rights), merged_buffer(mergeds);
    const auto left = left_buffer.all<uint32_t>(), right = right_buffer.all<uint32_t>();
    const auto merged = merged_buffer.all<uint32_t>();
    if (left.size() != right.size() || left.size() != merged.size() || left.size() >= kNone) {
        throw std::invalid_argument("left, right and merged must have one length");
    }
    MergeMap map(left.size());
    for (size_t i = 0; i < left.size(); ++i) {
        if (left[i] == kNone || right[i] == kNone || merged[i] == kNone) {
            throw std::invalid_argument("merge " + std::to_string(i) + " has an id out of range");
        }
        if (!map.insert({left[i], right[i], static_cast<uint32_t>(i), merged[i]})) {
            throw std::invalid_argument("merge " + std::to_string(i) + " repeats an earlier one");
        }
    }
    const MergeView view = map.view();
    return nb::make_tuple(bytes_of_values(view.slots), view.slots.size(), view.max_probe);
}

// The merges behind a list of tokens in rank order (tiktoken's format has only the tokens): each longer token,
// encoded by the ranks below its own, must come out as two parts. Returns (left ids, right ids, merged ids).
nb::tuple derive_merges(nb::list tokens) {
    std::vector<std::string_view> texts;
    texts.reserve(tokens.size());
    for (nb::handle token : tokens) {
        auto text = nb::cast<nb::bytes>(token);
        texts.emplace_back(text.c_str(), text.size());
    }
    std::array<uint32_t, 256> byte_ids;
    byte_ids.fill(kNone);
    for (size_t id = 0; id < texts.size(); ++id) {
        if (texts[id].size() == 1) byte_ids[static_cast<uint8_t>(texts[id][0])] = static_cast<uint32_t>(id);
    }
    std::vector<uint32_t> left, right, merged, parts;
    MergeMap map(texts.size());
    for (size_t id = 0; id < texts.size(); ++id) {
        if (texts[id].size() < 2) continue;
        parts.clear();
        Merger(map.view(), byte_ids).encode(texts[id], parts);
        const auto id32 = static_cast<uint32_t>(id);
        if (parts.size() != 2 || !map.insert({parts[0], parts[1], id32, id32})) {
            throw std::invalid_argument("token " + std::to_string(id) + " is not a merge of two earlier tokens");
        }
        left.push_back(parts[0]);
        right.push_back(parts[1]);
        merged.push_back(id32);
    }
    return nb::make_tuple(bytes_of_values(std::span<const uint32_t>(left)),
                          bytes_of_values(std::span<const uint32_t>(right)),
                          bytes_of_values(std::span<const uint32_t>(merged)));
}

}  // namespace

NB_MODULE(_bpe, module) {
    using namespace nb::literals;
    module.doc() = "Byte-pair encoding over a mapped table.";
    nb::set_leak_warnings(false);
    nb::class_<Table>(module, "Table")
        .def(nb::init<nb::handle, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint32_t>(),
             "buffer"_a, nb::kw_only(), "byte_ids_at"_a, "offsets_at"_a, "n_ids"_a, "blob_at"_a, "n_blob"_a,
             "slots_at"_a, "n_slots"_a, "max_probe"_a)
        .def("encode", &Table::encode, "pieces"_a)
        .def("encode_by_heap", &Table::encode_by_heap, "piece"_a)
        .def("decode", &Table::decode, "ids"_a)
        .def("token_bytes", &Table::token_bytes, "id"_a);
    nb::class_<Splitter>(module, "Splitter")
        .def(nb::init<nb::list>(), "tokens"_a)
        .def("split", &Splitter::split, "text"_a);
    module.def("build_merges", &build_merges, "left"_a, "right"_a, "merged"_a);
    module.def("derive_merges", &derive_merges, "tokens"_a);
}
