#pragma once

#include "service/commands/admin_line.hpp"

namespace vermilion::service::commands {

// Where backups lie, and which one is meant.
struct AdminBackupOptions {
  std::string folder;  // --to, --from
  std::string at;      // "2026-11-21T08:15:00Z" as `backup list` shows it; empty: the last
  int keep_days = 30;  // of `backup forget`
};

[[nodiscard]] cli::ExitCode admin_backup_make(const AdminBackupOptions& options,
                                              const AdminLine& line, cli::Console& console);
[[nodiscard]] cli::ExitCode admin_backup_list(const AdminBackupOptions& options,
                                              cli::Console& console);
[[nodiscard]] cli::ExitCode admin_backup_forget(const AdminBackupOptions& options,
                                                const AdminLine& line, cli::Console& console);

// WrongUse while somebody has the database open, and for a place that is not empty.
[[nodiscard]] cli::ExitCode admin_restore(const AdminBackupOptions& options, const AdminLine& line,
                                          cli::Console& console);

void declare_admin_backup(CLI::App& app, AdminLine& line, cli::Console& console);
void declare_admin_restore(CLI::App& app, AdminLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
