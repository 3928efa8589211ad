#pragma once

#include "pipeline/limits.hpp"

#include <cstddef>
#include <optional>
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
  std::string project;
  std::string rules;
  std::string document;
  std::string order;
  std::string form_keys;
  std::string format = "pretty";
  std::string overlay;
  std::string language = "zh";  // whatever LANG says: the same call gives the same bytes everywhere
  std::string models;
  int jobs;
  std::optional<std::size_t> max_bytes;  // else the project's, else limits::kFileBytes
  bool stats = false;
  bool isolated = false;

  InspectOptions();
};

// Makes `app` read the options; `options` must outlive it.
void declare(CLI::App& app, InspectOptions& options);

}  // namespace vermilion::service::commands
