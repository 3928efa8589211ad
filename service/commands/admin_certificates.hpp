#pragma once

#include "service/commands/admin_line.hpp"

namespace vermilion::service::commands {

struct AdminCertificatesOptions {
  std::string folder;  // --authority
  std::string algorithm = "sm2";
  std::string name;
};

// A root and an issuing key in a folder that has none.
[[nodiscard]] cli::ExitCode admin_certificates_make(const AdminCertificatesOptions& options,
                                                    cli::Console& console);

// The list of what is revoked, in PEM on stdout.
[[nodiscard]] cli::ExitCode admin_certificates_crl(const AdminCertificatesOptions& options,
                                                   const AdminLine& line, cli::Console& console);

void declare_admin_certificates(CLI::App& app, AdminLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
