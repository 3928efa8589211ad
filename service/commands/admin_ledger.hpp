#pragma once

#include "service/commands/admin_line.hpp"

namespace vermilion::service::commands {

// `vermilion admin ledger verify`: Defects when the ledger is not what was written. Data is one
// JSON object: entries, head, and the first bad entry if there is one.
[[nodiscard]] cli::ExitCode admin_ledger_verify(const AdminLine& line, cli::Console& console);

// `vermilion admin ledger differences`: the rows of the lists that stand otherwise than the ledger
// says, a line each ("orders O1"); Defects when there are some. Orders are read by the rules kept in
// the database.
[[nodiscard]] cli::ExitCode admin_ledger_differences(const AdminLine& line, cli::Console& console);

// `vermilion admin ledger rebuild`: the same lines, and all lists made again.
[[nodiscard]] cli::ExitCode admin_ledger_rebuild(const AdminLine& line, cli::Console& console);

void declare_admin_ledger(CLI::App& app, AdminLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
