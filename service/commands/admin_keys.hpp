#pragma once

#include "service/commands/admin_line.hpp"

namespace vermilion::service::commands {

// `vermilion admin keys new|rotate`: the key file of the blobs, and of the ledger.
[[nodiscard]] cli::ExitCode admin_keys_rotate(const AdminLine& line, cli::Console& console);

// `vermilion admin blobs sweep`: what no order names.
[[nodiscard]] cli::ExitCode admin_blobs_sweep(const AdminLine& line, cli::Console& console);

void declare_admin_keys(CLI::App& app, AdminLine& line, cli::Console& console);
void declare_admin_blobs(CLI::App& app, AdminLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
