#include "service/commands/admin_import.hpp"

#include "service/commands/no_rules.hpp"
#include "service/store/imports/hall_keys.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <fstream>
#include <ostream>
#include <sstream>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using store::imports::Mistake;

constexpr std::string_view kCommand = "import hall-keys";

// "keys.csv:4: main_key: \"maybe\" is neither yes nor no"
void write(const std::string& file, const std::vector<Mistake>& mistakes, std::ostream& out) {
  for (const Mistake& mistake : mistakes) {
    const std::string column = mistake.column.empty() ? "" : mistake.column + ": ";
    out << fmt::format("{}:{}: {}{}\n", file, mistake.row, column, mistake.why);
  }
}

Opened<std::string> text_in(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (in) return text.str();
  return tl::unexpected(Refusal{ExitCode::Unreadable, fmt::format("{} cannot be read", file)});
}

}  // namespace

ExitCode admin_import_hall_keys(const AdminImportOptions& options, const AdminLine& line,
                                Console& console) {
  const auto text = text_in(options.file);
  if (!text) return refuse(console, kCommand, text.error());
  const auto keys = store::imports::read_hall_keys(*text);
  if (!keys) {
    write(options.file, keys.error(), console.out);
    return refuse(console, kCommand,
                  {ExitCode::WrongUse,
                   fmt::format("{} mistakes, nothing was imported", keys.error().size())});
  }
  auto marks = open_marks(line);
  if (!marks) return refuse(console, kCommand, marks.error());
  auto database = open_database(line);
  if (!database) return refuse(console, kCommand, database.error());
  const NoRules rules;
  store::orders::Orders orders(*database, rules, workflow::WorkingDays::shipped(), &*marks);
  const auto imported = store::imports::import_hall_keys(orders, *keys, options.by);
  if (!imported) return refuse(console, kCommand, {ExitCode::OurFault, imported.error().detail});
  write(options.file, imported->refused, console.out);
  console.err << fmt::format("{} imported, {} known already, {} refused\n", imported->fresh,
                             imported->known, imported->refused.size());
  return imported->refused.empty() ? ExitCode::Accepted : ExitCode::Defects;
}

void declare_admin_import(CLI::App& app, AdminLine& line, Console& console) {
  const auto options = std::make_shared<AdminImportOptions>();
  CLI::App* const import = app.add_subcommand("import", "Take over what others have issued");
  import->require_subcommand(1);
  CLI::App* const keys = import->add_subcommand("hall-keys", "Keys issued at the hall, as CSV");
  keys->add_option("FILE", options->file,
                   "Columns credit_code, project, serial, key_id, main_key, valid_until")
      ->required()
      ->type_name("");
  keys->add_option("--by", options->by, "Who imports them")->required()->type_name("NAME");
  add_database(*keys, line);
  add_marks(*keys, line);
  keys->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      return admin_import_hall_keys(*options, line, console);
    };
  });
}

}  // namespace vermilion::service::commands
