#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Where a cursor stands in a file that is being written and need not be right yet: what an editor
// asks before it proposes words. Only what stands before the cursor counts.
namespace vermilion::rules::yaml {

// A mapping that is open at the cursor.
struct Level {
  std::string key;    // it stands under this one of the level around it ...
  bool item = false;  // ... as an item of the list there
  std::map<std::string, std::string, std::less<>> keys;  // its own so far, and their scalars
};

struct Cursor {
  std::vector<Level> levels;  // outermost first; the first is the file's own
  std::string key;            // the cursor stands behind `key:`; empty: where a key could begin
  bool in_list = false;       // and there in a list: `key: [a, `
  std::string typed;          // what stands already of the word before the cursor
};

// Nothing in a comment, a quoted text or a block of text.
[[nodiscard]] std::optional<Cursor> cursor_at(std::string_view file, std::size_t at);

}  // namespace vermilion::rules::yaml
