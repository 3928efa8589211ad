#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What a rule file says, and where it says it.
namespace vermilion::rules::yaml {

// Bytes of the file, [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

enum class NodeKind : std::uint8_t { Null, Scalar, Sequence, Mapping };

struct Member;

// A value. Scalars are text until somebody asks for a number: `fee: 22000` and `name: 22000` look
// alike, and only the schema knows which is which.
struct Node {
  NodeKind kind = NodeKind::Null;  // Null: nothing stands behind the key, or `null`, or `~`
  Span span;                       // quotes and brackets included
  std::string text = {};           // of a scalar, quotes and escapes resolved
  bool quoted = false;             // in quotes or as a block (`|`, `>`)
  std::vector<Node> items;         // of a sequence
  std::vector<Member> members;     // of a mapping, in the order of the file

  [[nodiscard]] const Node* find(std::string_view key) const;  // null when there is no such member
};

struct Member {
  std::string key;
  Span key_span;
  Node value;
};

// A file as read, for excerpts.
struct Source {
  std::string name;  // as it shall stand before line and column
  std::string text;
};

}  // namespace vermilion::rules::yaml
