#include "service/certificates/authority.hpp"

#include "service/certificates/signing.hpp"
#include "service/crypto/digest.hpp"

#include <fmt/format.h>
#include <openssl/pem.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace vermilion::service::certificates {

using namespace openssl;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameCharactersMax = 64;  // X.520, ub-organization-name
constexpr std::size_t kCreditCodeLength = 18;

Instant after(Instant from, std::chrono::years years) {
  const auto day = std::chrono::floor<std::chrono::days>(from);
  std::chrono::year_month_day date(day);
  date += years;
  if (!date.ok()) date = date.year() / std::chrono::February / std::chrono::last;
  return std::chrono::sys_days(date) + (from - day);
}

Result<std::string> read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return failed(Fault::Unavailable, fmt::format("{} cannot be read", file.string()));
  return text.str();
}

Result<void> write_text(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text << std::flush;
  if (!out) return failed(Fault::Unavailable, fmt::format("{} cannot be written", file.string()));
  return {};
}

Result<void> must_be_empty(const fs::path& folder) {
  for (const auto* name : {"root.key", "root.pem", "issuing.key", "issuing.pem"}) {
    if (fs::exists(folder / name)) {
      return failed(Fault::Refused, fmt::format("{} is there already", (folder / name).string()));
    }
  }
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return failed(Fault::Unavailable, fmt::format("{}: {}", folder.string(), error.message()));
  }
  return {};
}

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(
      utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_code(std::string_view text) {
  return text.size() == kCreditCodeLength && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
         });
}

// Lengths before values, so that no two requests read alike.
std::string digest_of(std::initializer_list<std::string_view> values) {
  std::string text;
  for (const auto value : values) text += fmt::format("{}:{}\n", value.size(), value);
  return crypto::hex(crypto::sha256(text));
}

std::string seconds(Instant at) {
  return fmt::format("{}", at.time_since_epoch().count());
}

// What was made for this request, if it asked for the same.
Result<std::optional<Issued>> made_before(Register& kept, const std::string& request,
                                          const std::string& asked) {
  auto found = kept.by_request(request);
  if (!found || !*found || (*found)->asked == asked) return found;
  return failed(Fault::Differs, fmt::format("request {} has asked for something else", request));
}

}  // namespace

Result<void> make_authority(const fs::path& folder, const NewAuthority& wanted, Instant now) {
  if (const auto empty = must_be_empty(folder); !empty) return empty;
  const auto root_key = PrivateKey::generate(wanted.algorithm);
  const auto issuing_key = PrivateKey::generate(wanted.algorithm);
  std::string root_pem;
  const auto issuing_pem = guarded([&] {
    const auto root = root_certificate(fmt::format("{} Root", wanted.name), root_key,
                                       {now, after(now, wanted.root)});
    root_pem = pem_of(root.get());
    const auto issuing =
        issuing_certificate(fmt::format("{} Issuing", wanted.name), issuing_key.public_key(),
                            {now, after(now, wanted.issuing)}, {root.get(), root_key});
    return pem_of(issuing.get());
  });
  if (!issuing_pem) return tl::unexpected(issuing_pem.error());
  return root_key.write(folder / "root.key")
      .and_then([&] { return issuing_key.write(folder / "issuing.key"); })
      .and_then([&] { return write_text(folder / "root.pem", root_pem); })
      .and_then([&] { return write_text(folder / "issuing.pem", *issuing_pem); });
}

Result<Authority> Authority::open(const fs::path& folder, Register& kept, Profile profile) {
  const auto root = read_text(folder / "root.pem");
  const auto issuing = read_text(folder / "issuing.pem");
  const auto key = PrivateKey::read(folder / "issuing.key");
  if (!root) return tl::unexpected(root.error());
  if (!issuing) return tl::unexpected(issuing.error());
  if (!key) return tl::unexpected(key.error());
  const auto facts = read_certificate(*issuing);
  if (!facts) return tl::unexpected(facts.error());
  if (facts->key_id != key->public_key().id()) {
    return failed(Fault::Refused,
                  fmt::format("{}: issuing.key is not the key of issuing.pem", folder.string()));
  }
  return Authority(*root, *issuing, *key, kept, std::move(profile));
}

Result<Issued> Authority::issue(const IssueRequest& wanted, Instant now) {
  const std::string asked =
      digest_of({"issue", wanted.holder.name, wanted.holder.credit_code, wanted.holder.province,
                 wanted.holder.city, wanted.key.pem(), seconds(wanted.valid_until)});
  const auto before = made_before(*register_, wanted.request, asked);
  if (!before) return tl::unexpected(before.error());
  if (*before) return **before;
  return make(wanted, asked, now);
}

Result<Issued> Authority::renew(const RenewalRequest& wanted, Instant now) {
  const std::string asked =
      digest_of({"renew", wanted.serial, wanted.key_id, seconds(wanted.valid_until)});
  const auto before = made_before(*register_, wanted.request, asked);
  if (!before) return tl::unexpected(before.error());
  if (*before) return **before;

  const auto old = register_->by_serial(wanted.serial);
  const auto revoked = register_->revocation(wanted.serial);
  if (!old) return tl::unexpected(old.error());
  if (!revoked) return tl::unexpected(revoked.error());
  if (!*old) return failed(Fault::Unknown, fmt::format("no certificate {}", wanted.serial));
  if (*revoked) return failed(Fault::Refused, fmt::format("{} is revoked", wanted.serial));
  const auto facts = read_certificate((*old)->pem, profile_.credit_code_oids);
  const auto key = key_in((*old)->pem);
  if (!facts) return tl::unexpected(facts.error());
  if (!key) return tl::unexpected(key.error());
  if (facts->key_id != wanted.key_id) {
    return failed(Fault::Refused, fmt::format("{} is not in key {}", wanted.serial, wanted.key_id));
  }
  return make({wanted.request, facts->holder, *key, wanted.valid_until}, asked, now);
}

Result<Issued> Authority::make(const IssueRequest& wanted, const std::string& asked, Instant now) {
  if (const auto good = allowed(wanted, now); !good) return tl::unexpected(good.error());
  const std::string serial = new_serial();
  const auto pem = guarded([&] {
    const auto issuing = certificate_in(issuing_pem_);
    const auto made =
        organisation_certificate(serial, wanted.holder, wanted.key, {now, wanted.valid_until},
                                 {issuing.get(), key_}, profile_);
    return pem_of(made.get());
  });
  if (!pem) return tl::unexpected(pem.error());
  // Whoever was faster with the same request has made the certificate; this one was never given
  // to anybody.
  const auto kept = register_->keep({wanted.request, asked, serial, *pem});
  if (kept && kept->asked != asked) {
    return failed(Fault::Differs,
                  fmt::format("request {} has asked for something else", wanted.request));
  }
  return kept;
}

Result<void> Authority::allowed(const IssueRequest& wanted, Instant now) const {
  const auto issuing = read_certificate(issuing_pem_);
  if (!issuing) return tl::unexpected(issuing.error());
  if (wanted.key.algorithm() != issuing->algorithm) {
    return failed(Fault::Refused,
                  fmt::format("this authority signs {} keys, the key is {}",
                              name_of(issuing->algorithm), name_of(wanted.key.algorithm())));
  }
  const std::size_t length = characters(wanted.holder.name);
  if (length == 0 || length > kNameCharactersMax) {
    return failed(Fault::Refused,
                  fmt::format("a name of {} characters; 1 to {} fit", length, kNameCharactersMax));
  }
  if (!is_code(wanted.holder.credit_code)) {
    return failed(Fault::Refused, "the credit code is not 18 digits and capitals");
  }
  if (wanted.valid_until <= now || wanted.valid_until > issuing->validity.until) {
    return failed(Fault::Refused, "the end lies in the past or after the authority's own");
  }
  return {};
}

Result<Revocation> Authority::revoke(const std::string& serial, Reason reason, Instant now) {
  const auto found = register_->by_serial(serial);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return failed(Fault::Unknown, fmt::format("no certificate {}", serial));
  return register_->revoke({serial, now, reason});
}

Result<std::string> Authority::revocation_list(Instant now) {
  const auto revocations = register_->revocations();
  if (!revocations) return tl::unexpected(revocations.error());
  const auto number = register_->next_list_number();
  if (!number) return tl::unexpected(number.error());
  return guarded([&] {
    const auto issuing = certificate_in(issuing_pem_);
    return certificates::revocation_list(*revocations, *number, {now, now + profile_.crl_life},
                                         {issuing.get(), key_});
  });
}

bool verify_list(std::string_view list, std::string_view issuing) {
  const auto good = guarded([&] {
    const X509Crl crl(
        required(PEM_read_bio_X509_CRL(reading(list).get(), nullptr, &no_password, nullptr),
                 "reading a revocation list"));
    const auto certificate = certificate_in(issuing);
    return verifies(crl.get(), X509_get0_pubkey(certificate.get()));
  });
  return good && *good;
}

}  // namespace vermilion::service::certificates
