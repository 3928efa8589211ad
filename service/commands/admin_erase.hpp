#pragma once

#include "service/commands/admin_line.hpp"

namespace vermilion::service::commands {

struct AdminEraseOptions {
  std::string order;   // empty with --due: all whose period is over
  std::string reason;  // for the ledger
  bool at_request = false;
  bool due = false;
};

// Defects when an order has to stay, with the law or the name of the hold.
[[nodiscard]] cli::ExitCode admin_erase(const AdminEraseOptions& options, const AdminLine& line,
                                        cli::Console& console);

struct AdminHoldOptions {
  std::string order;
  std::string by;
  std::string matter;
};
[[nodiscard]] cli::ExitCode admin_hold_place(const AdminHoldOptions& options, const AdminLine& line,
                                             cli::Console& console);
[[nodiscard]] cli::ExitCode admin_hold_lift(const AdminHoldOptions& options, const AdminLine& line,
                                            cli::Console& console);

void declare_admin_erase(CLI::App& app, AdminLine& line, cli::Console& console);
void declare_admin_hold(CLI::App& app, AdminLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
