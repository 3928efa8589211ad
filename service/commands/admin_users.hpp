#pragma once

#include "service/commands/admin_line.hpp"

namespace vermilion::service::commands {

// `vermilion admin users add|list|roles|disable|enable|reset-password|reset-second-factor`:
// accounts of the staff, the first administrator's among them. A password comes by standard input
// or is made here and written to standard output; as an argument every process of the machine could
// read it.
void declare_admin_users(CLI::App& app, AdminLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
