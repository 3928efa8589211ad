#include "service/demo/folder.hpp"

#include "service/accounts/keys.hpp"
#include "service/certificates/authority.hpp"
#include "service/crypto/digest.hpp"
#include "service/crypto/secret_file.hpp"
#include "service/store/blobs/key_ring.hpp"
#include "service/store/ledger/signing.hpp"

#include <fmt/format.h>

#include <chrono>
#include <system_error>

namespace vermilion::service::demo {
namespace {

namespace fs = std::filesystem;
using Done = tl::expected<void, std::string>;

Done write_keys(const fs::path& folder) {
  const std::pair<const char*, std::string> files[] = {
      {"blobs.key", store::blobs::new_key_line(1)},
      {"forms.key", store::blobs::new_key_line(1)},
      {"ledger.key", store::ledger::Signer::new_seed() + "\n"},
      {"accounts.key", accounts::Keys::new_secret() + "\n"},
      {"webhook.key", store::ledger::Signer::new_seed() + "\n"}};
  for (const auto& [name, text] : files) {
    if (auto written = crypto::write_secret_file(folder / name, text); !written) return written;
  }
  return {};
}

// For programs: the key lies beside the file by which it is known.
Done write_api_key(const fs::path& folder) {
  const std::string key = store::ledger::Signer::new_seed();
  if (auto written = crypto::write_secret_file(folder / "api.key", key + "\n"); !written) {
    return written;
  }
  return crypto::write_secret_file(folder / "api.keys",
                                   "integrator " + crypto::hex(crypto::sha256(key)) + "\n");
}

Done make_everything(const fs::path& folder) {
  if (auto written = write_keys(folder); !written) return written;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto made = certificates::make_authority(
      folder / "authority", {.algorithm = certificates::Algorithm::Sm2, .name = "演示CA"}, now);
  if (!made) return tl::unexpected(made.error().what);
  return {};
}

settings::Said said_for(const fs::path& folder, const Ports& ports) {
  return {{"listen", fmt::format("127.0.0.1:{}", ports.site)},
          {"database", folder / "vermilion.db"},
          {"blobs", folder / "blobs"},
          {"blob_keys", folder / "blobs.key"},
          {"form_keys", folder / "forms.key"},
          {"marks", folder / "ledger.marks"},
          {"ledger_key", folder / "ledger.key"},
          {"api_keys", folder / "api.keys"},
          {"account_keys", folder / "accounts.key"},
          {"webhook_key", folder / "webhook.key"},
          {"webhook_reach", "anywhere"},
          {"bill_hour", "0"},  // those played here have their bills ready at any hour
          {"authority", folder / "authority"},
          {"partners", folder / "partners"}};
}

}  // namespace

tl::expected<Folder, std::string> open_folder(const fs::path& folder, const Ports& ports) {
  std::error_code error;
  const bool is_new = !fs::exists(folder / "vermilion.db", error);
  fs::create_directories(folder, error);
  if (error) return tl::unexpected(fmt::format("{}: {}", folder.string(), error.message()));
  if (is_new) {
    if (const auto made = make_everything(folder); !made) return tl::unexpected(made.error());
  }
  if (!fs::exists(folder / "api.keys", error)) {
    if (const auto written = write_api_key(folder); !written) {
      return tl::unexpected(written.error());
    }
  }
  const simulator::Addresses addresses{fmt::format("http://127.0.0.1:{}", ports.partners),
                                       fmt::format("http://127.0.0.1:{}/callbacks", ports.site)};
  Folder opened{said_for(folder, ports), simulator::make_sides(addresses), is_new};
  const auto written = simulator::write_sides(opened.sides, addresses, folder / "partners");
  if (!written) return tl::unexpected("cannot write " + written.error());
  return opened;
}

}  // namespace vermilion::service::demo
