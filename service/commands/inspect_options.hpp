#pragma once

#include "pipeline/limits.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace vermilion::service::commands {

// What was typed after `vermilion inspect`, with what holds when nothing was.
struct InspectOptions {
  std::vector<std::string> files;
  std::string files_from;
  std::string document;
  std::string order;
  std::string format = "pretty";
  std::string overlay;
  std::string language = "zh";  // whatever LANG says: the same call gives the same bytes everywhere
  std::string models;
  int jobs;
  std::size_t max_bytes = pipeline::limits::kFileBytes;
  bool stats = false;

  InspectOptions();
};

// Makes `app` read the options; `options` must outlive it.
void declare(CLI::App& app, InspectOptions& options);

}  // namespace vermilion::service::commands
