#pragma once

#include <cstdio>
#include <iosfwd>

namespace vermilion::service::cli {

// Where a command reads and writes. Data goes to `out`, talk to `err`; tests bring their own.
struct Console {
  std::FILE* in;
  std::ostream& out;
  std::ostream& err;
  bool colour = false;           // of what is written to `out`
  bool err_is_terminal = false;  // somebody is watching: progress may be drawn
};

// The process's own streams. Colour only on a terminal that can show it, and never where NO_COLOR
// is set (no-color.org).
Console standard_console();

}  // namespace vermilion::service::cli
