#pragma once

#include <filesystem>

namespace vermilion::service::commands {

// Where the models lie when nobody says: beside the program, where a package puts them, or in the
// source tree the program was built in; the first of these with a manifest. Else the plain name
// "models", for the complaint.
[[nodiscard]] std::filesystem::path models_folder(const std::filesystem::path& program);

// The same for the program that runs.
[[nodiscard]] std::filesystem::path models_folder();

}  // namespace vermilion::service::commands
