#pragma once

#include "service/commands/admin_line.hpp"

namespace vermilion::service::commands {

// `vermilion admin ledger verify`: Defects when the ledger is not what was written. Data is one
// JSON object: entries, head, and the first bad entry if there is one.
[[nodiscard]] cli::ExitCode admin_ledger_verify(const AdminLine& line, cli::Console& console);

void declare_admin_ledger(CLI::App& app, AdminLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
