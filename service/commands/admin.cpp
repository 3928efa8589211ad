#include "service/commands/admin.hpp"

#include "service/commands/admin_backup.hpp"
#include "service/commands/admin_certificates.hpp"
#include "service/commands/admin_erase.hpp"
#include "service/commands/admin_import.hpp"
#include "service/commands/admin_keys.hpp"
#include "service/commands/admin_ledger.hpp"
#include "service/commands/admin_line.hpp"
#include "service/commands/admin_users.hpp"

#include <CLI/App.hpp>

#include <array>
#include <memory>

namespace vermilion::service::commands {
namespace {

constexpr const char* kExamples = R"(Examples:
  vermilion admin keys new 1 > blobs.key && chmod 600 blobs.key
  vermilion admin ledger verify
  vermilion admin backup make --to /backup
  vermilion admin restore --from /backup --database restored.db --blobs restored
  vermilion admin erase O20261121-0001 --reason "asked for by letter of 2026-11-20" --at-request
  vermilion admin users add anna --name 安娜 --role admin --generate
  vermilion admin certificates make --authority ca/sm2 --algorithm sm2 --name 江西CA
)";

using Declare = void (*)(CLI::App& app, AdminLine& line, cli::Console& console);

// In the order of the help.
constexpr std::array<Declare, 10> kSubcommands{
    declare_admin_ledger,       declare_admin_backup, declare_admin_restore, declare_admin_erase,
    declare_admin_hold,         declare_admin_blobs,  declare_admin_keys,    declare_admin_import,
    declare_admin_certificates, declare_admin_users};

}  // namespace

cli::Action admin(CLI::App& app, cli::Console& console) {
  app.require_subcommand(1);
  app.footer(kExamples);
  const auto line = std::make_shared<AdminLine>();
  for (const Declare declare : kSubcommands) declare(app, *line, console);
  return [line] { return line->chosen(); };
}

}  // namespace vermilion::service::commands
