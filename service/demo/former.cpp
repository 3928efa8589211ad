#include "service/demo/former.hpp"

#include "service/certificates/authority.hpp"
#include "service/certificates/certificate.hpp"
#include "service/certificates/keys.hpp"
#include "service/running/making.hpp"

#include <fmt/format.h>

#include <chrono>

namespace vermilion::service::demo {

void give_certificate(running::Installation& installation, const Applicant& applicant,
                      const std::string& project, bool main_key) {
  if (installation.making() == nullptr) throw OffTheScript("nobody makes certificates");
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto key = certificates::PrivateKey::generate(certificates::Algorithm::Sm2);
  const auto issued = installation.making()->authority().issue(
      {fmt::format("before/{}/{}", applicant.credit_code, project),
       {applicant.name, applicant.credit_code},
       key.public_key(),
       now + std::chrono::days(60)},
      now);
  if (!issued) throw OffTheScript(issued.error().what);
  const auto facts = certificates::read_certificate(issued->pem);
  if (!facts) throw OffTheScript(facts.error().what);
  const auto known = installation.orders().import_certificate(
      {applicant.credit_code,
       project,
       {issued->serial, facts->key_id, facts->validity.until, main_key}});
  if (!known) throw OffTheScript(known.error().detail);
}

}  // namespace vermilion::service::demo
