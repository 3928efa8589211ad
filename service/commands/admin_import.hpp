#pragma once

#include "service/commands/admin_line.hpp"

namespace vermilion::service::commands {

struct AdminImportOptions {
  std::string file;
  std::string by;
};

// Keys issued at the hall, from its list. WrongUse, with all mistakes, when the file has any:
// nothing is imported then. Defects when the ledger refuses rows.
[[nodiscard]] cli::ExitCode admin_import_hall_keys(const AdminImportOptions& options,
                                                   const AdminLine& line, cli::Console& console);

void declare_admin_import(CLI::App& app, AdminLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
