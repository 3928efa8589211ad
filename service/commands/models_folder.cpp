#include "service/commands/models_folder.hpp"

#include <system_error>

namespace vermilion::service::commands {

namespace fs = std::filesystem;

fs::path models_folder(const fs::path& program) {
  const fs::path here = program.parent_path();
  for (const char* place : {"models", "../share/vermilion/models",
                            "../../models"}) {  // the last from build/<preset>/vermilion
    fs::path folder = (here / place).lexically_normal();
    std::error_code error;
    if (fs::exists(folder / "manifest.yaml", error)) return folder;
  }
  return "models";
}

fs::path models_folder() {
  std::error_code error;
  return models_folder(fs::read_symlink("/proc/self/exe", error));
}

}  // namespace vermilion::service::commands
