#pragma once

#include "rules/mistake.hpp"
#include "rules/yaml/tree.hpp"

#include <tl/expected.hpp>

#include <cstddef>

// Text to tree, by libyaml, for a strict subset of YAML 1.1.
//
// Taken: mappings and lists in block and flow style; plain, 'single' and "double" quoted scalars,
// `|` and `>` blocks; comments; one leading `---`. Every scalar is text.
//
// Refused, each with a mistake of its own: bytes that are not UTF-8 (GBK is recognised), a byte
// order mark, control and invisible characters, tabs before the first word of a line, anchors,
// aliases, tags, merge keys, directives, a second document, keys that are lists or mappings, a key
// that stands twice, more than 32 levels or 1 MiB; and Chinese punctuation where YAML's own is
// meant. Full-width punctuation inside a text is text.
namespace vermilion::rules::yaml {

inline constexpr std::size_t kBytesMax = std::size_t{1} << 20;  // a hundred times the longest file
inline constexpr int kDepthMax = 32;  // the schema needs nine; what nests deeper is an attack

// The file's value, or the first mistake in it. Never throws but for want of memory.
[[nodiscard]] tl::expected<Node, Mistake> parse(const Source& source);

}  // namespace vermilion::rules::yaml
