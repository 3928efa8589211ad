#include "service/server/server_settings.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vermilion::service::server {
namespace {

using settings::Setting;
using settings::Values;

constexpr std::array kSettings{
    Setting{"listen", "127.0.0.1:8080",
            "Address and port, of this machine; nginx faces the network"},
    Setting{"threads", "32", "Requests at once"},
    Setting{"workers", "2", "Scans looked at at once, each in a process of its own"},
    Setting{"waiting", "16", "Scans of one client that may wait"},
    Setting{"cpu_seconds", "15", "What one scan may cost"},
    Setting{"memory_mib", "512", "What one worker may use besides models and program"},
    Setting{"scans_each", "200", "Scans until a worker is replaced"},
    Setting{"sandbox", "limits,no_privileges,syscalls",
            "Layers without which nothing starts; namespaces, empty_root and landlock besides"},
    Setting{"rules", "", "Folder of the rules"},
    Setting{"models", "", "Folder of the models"},
    Setting{"api_keys", "",
            "File of the API keys: a client and the SHA-256 of its key, a line each"},
    Setting{"form_keys", "", "File of the keys forms are signed with"},
    Setting{"database", "",
            "Where orders are kept: a file, or postgresql:…; without it scans are looked at only"},
    Setting{"blobs", "blobs", "Folder of the scans"},
    Setting{"blob_keys", "blobs.key", "File of the keys they are sealed with"},
    Setting{"marks", "ledger.marks", "Where the ledger's heads are marked, best on another disk"},
    Setting{"ledger_key", "ledger.key", "File of the key that signs them"},
    Setting{"account_keys", "accounts.key",
            "File of the secret that codes, captchas and second factors are kept by"},
    Setting{"partners", "", "Folder of partners.json: who pays, sends, verifies, delivers"},
    Setting{"authority", "", "Folder of the embedded certificate authority"},
    Setting{"runners", "4", "Jobs carried at once, besides scans"},
    Setting{"bill_hour", "10", "From when on, in Beijing, the bills of yesterday are fetched"},
    Setting{"samples_per_thousand", "50",
            "Of the documents the machine accepted, those a person looks at all the same"},
    Setting{"refund_email", "", "Where refund letters are sent to; stands in their footer"},
    Setting{"webhook_key", "",
            "File of the key webhooks are signed from; without it there are none"},
    Setting{"webhook_reach", "public",
            "Where webhooks may lie: public, or anywhere, networks behind us included"},
    Setting{"site", "", "Folder of the pages; without it there are none"},
};

// Reads one setting after the other and remembers the first complaint.
class Reader {
 public:
  explicit Reader(const Values& values) : values_(values) {}

  std::uint64_t number(std::string_view name, std::uint64_t low, std::uint64_t high) {
    const std::string& text = text_of(name);
    std::uint64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stopped != end || value < low || value > high) {
      complain(name, fmt::format("a whole number from {} to {}", low, high));
    }
    return value;
  }

  Listen listen() {
    const std::string& text = text_of("listen");
    const auto colon = text.rfind(':');
    unsigned port = 0;
    const char* const end = text.data() + text.size();
    if (colon == std::string::npos || colon == 0 ||
        std::from_chars(text.data() + colon + 1, end, port).ptr != end || port > 65'535 ||
        colon + 1 == text.size()) {
      complain("listen", "an address and a port, as 127.0.0.1:8080");
      return {};
    }
    return {.address = text.substr(0, colon), .port = static_cast<std::uint16_t>(port)};
  }

  workers::sandbox::Layers layers() {
    workers::sandbox::Layers layers;
    std::string_view rest = text_of("sandbox");
    while (!rest.empty()) {
      const std::string_view name = rest.substr(0, rest.find(','));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      const auto layer = workers::sandbox::layer_named(name);
      if (!layer) {
        complain("sandbox", "layers with commas between them");
        return layers;
      }
      layers = layers.with(*layer);
    }
    return layers;
  }

  webhooks::Reach reach() {
    const std::string& text = text_of("webhook_reach");
    if (text != "public" && text != "anywhere") complain("webhook_reach", "public or anywhere");
    return text == "anywhere" ? webhooks::Reach::Anywhere : webhooks::Reach::Public;
  }

  running::Places places() const {
    return {.database = text_of("database"),
            .blobs = text_of("blobs"),
            .blob_keys = text_of("blob_keys"),
            .marks = text_of("marks"),
            .ledger_key = text_of("ledger_key"),
            .partners = text_of("partners"),
            .authority = text_of("authority")};
  }

  const std::string& text_of(std::string_view name) const {
    return values_.find(name)->second.text;
  }
  [[nodiscard]] const std::optional<std::string>& complaint() const { return complaint_; }

 private:
  void complain(std::string_view name, std::string_view expected) {
    if (complaint_) return;
    const settings::Value& value = values_.find(name)->second;
    complaint_ =
        fmt::format("{}: {} = \"{}\" is not {}", value.where.empty() ? "default" : value.where,
                    name, value.text, expected);
  }

  const Values& values_;
  std::optional<std::string> complaint_;
};

}  // namespace

std::span<const Setting> server_settings() {
  return kSettings;
}

tl::expected<ServerSettings, std::string> server_settings_of(const Values& values) {
  Reader read(values);
  ServerSettings made{.listen = read.listen()};
  made.listen.threads = static_cast<unsigned>(read.number("threads", 1, 1024));
  made.pool.workers = static_cast<unsigned>(read.number("workers", 1, 256));
  made.pool.scans_each = static_cast<unsigned>(read.number("scans_each", 1, 1'000'000));
  made.pool.budget.cpu = std::chrono::seconds(read.number("cpu_seconds", 1, 600));
  made.pool.budget.wall = 2 * made.pool.budget.cpu;
  made.pool.zygote.memory_bytes = read.number("memory_mib", 64, 65'536) << 20U;
  made.pool.zygote.models = read.text_of("models");
  made.pool.least = read.layers();
  made.waiting_most = static_cast<unsigned>(read.number("waiting", 1, 100'000));
  made.rules = read.text_of("rules");
  made.api_keys = read.text_of("api_keys");
  made.form_keys = read.text_of("form_keys");
  made.places = read.places();
  made.account_keys = read.text_of("account_keys");
  made.runners = static_cast<unsigned>(read.number("runners", 1, 64));
  made.bill_hour = static_cast<unsigned>(read.number("bill_hour", 0, 23));
  made.samples_per_thousand = static_cast<unsigned>(read.number("samples_per_thousand", 0, 1000));
  made.refund_email = read.text_of("refund_email");
  made.webhook_key = read.text_of("webhook_key");
  made.webhook_reach = read.reach();
  made.site = read.text_of("site");
  if (read.complaint()) return tl::make_unexpected(*read.complaint());
  return made;
}

}  // namespace vermilion::service::server
