#include "service/commands/admin_users.hpp"

#include "service/accounts/accounts.hpp"
#include "service/accounts/roles.hpp"
#include "service/accounts/staff.hpp"
#include "service/accounts/tokens.hpp"
#include "service/accounts/totp.hpp"
#include "service/commands/no_rules.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <ostream>

namespace vermilion::service::commands {
namespace {

using accounts::Accounts;
using cli::Console;
using cli::ExitCode;

// Who did it, in the ledger: whoever may write to the database needs no account.
constexpr const char* kBy = "console";

struct Typed {
  std::string login;
  std::string name;
  std::vector<std::string> roles;
  bool generate = false;
};

std::string sentence_of(const accounts::Refused& refused) {
  using accounts::Reason;
  if (refused.reason == Reason::Database) return refused.error.detail;
  if (refused.reason == Reason::NotFound) return "no such account of the staff";
  if (refused.reason == Reason::LastAdmin) return "nobody would be left to look after accounts";
  std::vector<std::string> texts;
  for (const auto& mistake : refused.mistakes) texts.push_back(mistake.text);
  return fmt::format("{}", fmt::join(texts, " "));
}

ExitCode told(Console& console, const accounts::Refused& refused) {
  const bool ours = refused.reason == accounts::Reason::Database;
  return refuse(console, "users",
                {ours ? ExitCode::OurFault : ExitCode::WrongUse, sentence_of(refused)});
}

// Nothing that is done here is sealed or digested by the secret of accounts, so any will do.
template <class Work>
ExitCode with_accounts(const AdminLine& line, Console& console, const Work& work) {
  auto marks = open_marks(line);
  if (!marks) return refuse(console, "users", marks.error());
  auto database = open_database(line);
  if (!database) return refuse(console, "users", database.error());
  const NoRules rules;
  store::orders::Orders orders(*database, rules, workflow::WorkingDays::shipped(), &*marks);
  Accounts accounts(orders, nullptr, *accounts::Keys::from_text(accounts::Keys::new_secret()));
  return work(accounts);
}

template <class Work>
ExitCode with_account(const AdminLine& line, Console& console, const std::string& login,
                      const Work& work) {
  return with_accounts(line, console, [&](Accounts& accounts) {
    const auto row = accounts::staff_with_login(accounts, login);
    if (!row) return told(console, row.error());
    const auto done = work(accounts, row->id);
    return done ? ExitCode::Accepted : told(console, done.error());
  });
}

// 100 bits, in letters nobody mistakes.
std::string generated() {
  std::string text = accounts::totp::base32(accounts::random_bytes(13)).substr(0, 20);
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string first_line(std::FILE* in) {
  std::string line;
  for (int c = std::fgetc(in); c != EOF && c != '\n'; c = std::fgetc(in)) {
    if (c != '\r') line += static_cast<char>(c);
  }
  return line;
}

std::string password_for(const Typed& typed, Console& console) {
  if (!typed.generate) return first_line(console.in);
  return generated();
}

tl::expected<accounts::Roles, std::string> roles_of(const std::vector<std::string>& names) {
  accounts::Roles roles;
  for (const std::string& name : names) {
    const auto role = accounts::role_named(name);
    if (!role) return tl::make_unexpected(fmt::format("{} is no role", name));
    roles = roles | *role;
  }
  return roles;
}

ExitCode add(const Typed& typed, const AdminLine& line, Console& console) {
  const auto roles = roles_of(typed.roles);
  if (!roles) return refuse(console, "users", {ExitCode::WrongUse, roles.error()});
  const std::string password = password_for(typed, console);
  return with_accounts(line, console, [&](Accounts& accounts) {
    const auto made =
        accounts::make_staff(accounts, {typed.login, typed.name, *roles, password}, kBy);
    if (!made) return told(console, made.error());
    if (typed.generate) console.out << password << '\n';
    console.err << fmt::format("{} may sign in and set up a second factor\n", made->login);
    return ExitCode::Accepted;
  });
}

ExitCode list(const Typed& /*typed*/, const AdminLine& line, Console& console) {
  return with_accounts(line, console, [&](Accounts& accounts) {
    const auto rows = accounts::staff(accounts);
    if (!rows) return told(console, rows.error());
    for (const auto& row : *rows) {
      console.out << fmt::format("{}\t{}\t{}\t{}\t{}\n", row.login, text_of(row.roles),
                                 row.disabled ? "disabled" : "enabled",
                                 row.second_factor_is_set ? "second factor" : "no second factor",
                                 row.name);
    }
    return ExitCode::Accepted;
  });
}

ExitCode roles(const Typed& typed, const AdminLine& line, Console& console) {
  const auto roles = roles_of(typed.roles);
  if (!roles) return refuse(console, "users", {ExitCode::WrongUse, roles.error()});
  return with_account(line, console, typed.login, [&](Accounts& accounts, const std::string& id) {
    return accounts::change_staff(accounts, id, {.roles = *roles}, kBy);
  });
}

ExitCode set_disabled(const Typed& typed, const AdminLine& line, Console& console, bool disabled) {
  return with_account(line, console, typed.login, [&](Accounts& accounts, const std::string& id) {
    return accounts::change_staff(accounts, id, {.disabled = disabled}, kBy);
  });
}

ExitCode disable(const Typed& typed, const AdminLine& line, Console& console) {
  return set_disabled(typed, line, console, true);
}

ExitCode enable(const Typed& typed, const AdminLine& line, Console& console) {
  return set_disabled(typed, line, console, false);
}

ExitCode reset_password(const Typed& typed, const AdminLine& line, Console& console) {
  const std::string password = password_for(typed, console);
  return with_account(line, console, typed.login, [&](Accounts& accounts, const std::string& id) {
    return accounts::set_staff_password(accounts, id, password, kBy).map([&] {
      if (typed.generate) console.out << password << '\n';
    });
  });
}

ExitCode reset_second_factor(const Typed& typed, const AdminLine& line, Console& console) {
  return with_account(line, console, typed.login, [&](Accounts& accounts, const std::string& id) {
    return accounts::reset_second_factor(accounts, id, kBy);
  });
}

struct Subcommand {
  const char* name;
  const char* summary;
  const char* asks;  // l: login, n: name, r: roles, p: password
  ExitCode (*run)(const Typed& typed, const AdminLine& line, Console& console);
};

constexpr std::array<Subcommand, 7> kSubcommands{{
    {"add", "Make an account; its password is the first line of standard input", "lnrp", add},
    {"list", "Every account: login, roles, state, second factor, name", "", list},
    {"roles", "Give an account these roles and no others", "lr", roles},
    {"disable", "Nobody signs in with it any more, and who has is signed out", "l", disable},
    {"enable", "The other way round", "l", enable},
    {"reset-password", "Another password, by standard input; signed out everywhere", "lp",
     reset_password},
    {"reset-second-factor", "For a telephone that is lost; signed out everywhere", "l",
     reset_second_factor},
}};

void declare_options(CLI::App& app, const Subcommand& subcommand, Typed& typed) {
  for (const char what : std::string_view(subcommand.asks)) {
    if (what == 'l') app.add_option("LOGIN", typed.login)->required()->type_name("");
    if (what == 'n') app.add_option("--name", typed.name, "Of the person")->required();
    if (what == 'r') {
      app.add_option("--role", typed.roles,
                     "reviewer, operator, finance, rule_author, auditor, admin; once for each")
          ->required();
    }
    if (what == 'p') app.add_flag("--generate", typed.generate, "Make one and write it to stdout");
  }
}

}  // namespace

void declare_admin_users(CLI::App& app, AdminLine& line, Console& console) {
  CLI::App* const users = app.add_subcommand("users", "Look after accounts of the staff");
  users->require_subcommand(1);
  const auto typed = std::make_shared<Typed>();
  for (const Subcommand& subcommand : kSubcommands) {
    CLI::App* const command = users->add_subcommand(subcommand.name, subcommand.summary);
    add_database(*command, line);
    add_marks(*command, line);
    declare_options(*command, subcommand, *typed);
    command->callback([run = subcommand.run, typed, &line, &console] {
      line.chosen = [run, typed, &line, &console] { return run(*typed, line, console); };
    });
  }
}

}  // namespace vermilion::service::commands
