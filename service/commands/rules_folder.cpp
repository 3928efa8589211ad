#include "service/commands/rules_folder.hpp"

#include <system_error>

namespace vermilion::service::commands {

namespace fs = std::filesystem;

fs::path rules_folder(const fs::path& program) {
  const fs::path here = program.parent_path();
  for (const char* place : {"rules", "../share/vermilion/rules",
                            "../../rules"}) {  // the last from build/<preset>/vermilion
    fs::path folder = (here / place).lexically_normal();
    std::error_code error;
    if (fs::exists(folder / "projects", error)) return folder;
  }
  return "rules";
}

fs::path rules_folder() {
  std::error_code error;
  return rules_folder(fs::read_symlink("/proc/self/exe", error));
}

}  // namespace vermilion::service::commands
