#pragma once

#include <filesystem>

namespace vermilion::service::commands {

// Where the rules lie when nobody says, looked for as the models are: the folder that holds
// `projects` and `documents`. Else the plain name "rules", for the complaint.
[[nodiscard]] std::filesystem::path rules_folder(const std::filesystem::path& program);

// The same for the program that runs.
[[nodiscard]] std::filesystem::path rules_folder();

}  // namespace vermilion::service::commands
