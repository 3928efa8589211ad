#include "service/commands/admin_certificates.hpp"

#include "service/certificates/authority.hpp"
#include "service/cli/choice.hpp"
#include "service/store/authority/database_register.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <ostream>

namespace vermilion::service::commands {
namespace {

using certificates::Algorithm;
using cli::Console;
using cli::ExitCode;

Refusal refusal_of(const certificates::Failure& failure) {
  const bool ours = failure.fault == certificates::Fault::Unavailable;
  return {ours ? ExitCode::OurFault : ExitCode::WrongUse, failure.what};
}

void add_authority(CLI::App& app, AdminCertificatesOptions& options) {
  app.add_option("--authority", options.folder, "Where its keys and certificates lie")
      ->required()
      ->type_name("DIR");
  app.add_option("--algorithm", options.algorithm, "rsa or sm2")
      ->check(cli::one_of({"rsa", "sm2"}))
      ->capture_default_str()
      ->type_name("NAME");
}

}  // namespace

ExitCode admin_certificates_make(const AdminCertificatesOptions& options, Console& console) {
  const certificates::NewAuthority wanted{
      options.algorithm == "rsa" ? Algorithm::Rsa : Algorithm::Sm2, options.name};
  const auto made = certificates::make_authority(options.folder, wanted, this_second());
  if (!made) return refuse(console, "certificates make", refusal_of(made.error()));
  console.err << fmt::format(
      "{0}/root.key has signed all it will sign for ten years: move it to a safe\n",
      options.folder);
  return ExitCode::Accepted;
}

ExitCode admin_certificates_crl(const AdminCertificatesOptions& options, const AdminLine& line,
                                Console& console) {
  auto database = open_database(line);
  if (!database) return refuse(console, "certificates crl", database.error());
  store::authority::DatabaseRegister kept(*database, options.algorithm);
  auto authority = certificates::Authority::open(options.folder, kept);
  if (!authority) return refuse(console, "certificates crl", refusal_of(authority.error()));
  const auto list = authority->revocation_list(this_second());
  if (!list) return refuse(console, "certificates crl", refusal_of(list.error()));
  console.out << *list;
  return ExitCode::Accepted;
}

void declare_admin_certificates(CLI::App& app, AdminLine& line, Console& console) {
  const auto options = std::make_shared<AdminCertificatesOptions>();
  CLI::App* const all = app.add_subcommand("certificates", "The embedded certificate authority");
  all->require_subcommand(1);

  CLI::App* const make = all->add_subcommand("make", "Make an authority: root and issuing key");
  add_authority(*make, *options);
  make->add_option("--name", options->name, "Of who runs it")->required()->type_name("NAME");
  make->callback([options, &line, &console] {
    line.chosen = [options, &console] { return admin_certificates_make(*options, console); };
  });

  CLI::App* const crl = all->add_subcommand("crl", "Write the list of what is revoked");
  add_authority(*crl, *options);
  add_database(*crl, line);
  crl->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      return admin_certificates_crl(*options, line, console);
    };
  });
}

}  // namespace vermilion::service::commands
