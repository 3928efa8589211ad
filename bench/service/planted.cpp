#include "bench/service/planted.hpp"

#include "bench/service/scans.hpp"
#include "samples/hostile/encode_jpeg.hpp"
#include "samples/hostile/picture.hpp"
#include "service/crypto/base64.hpp"
#include "service/transport/client.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <random>
#include <utility>

namespace vermilion::service_load {
namespace {

namespace fs = std::filesystem;
using service::demo::Json;

std::string digits(std::mt19937_64& random, std::size_t count) {
  std::string text;
  while (text.size() < count) text += static_cast<char>('0' + random() % 10);
  return text;
}

// GB 11643: the last digit of a citizen's number follows from the others.
std::string identity(std::mt19937_64& random) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  const std::string body = fmt::format("360102{}0101{}", 1950 + random() % 50, digits(random, 3));
  int sum = 0;
  for (std::size_t i = 0; i < body.size(); ++i) sum += (body[i] - '0') * kWeights[i];
  return body + "10X98765432"[sum % 11];
}

// Three characters of a range that no text of ours uses.
std::string name_of(std::mt19937_64& random) {
  std::string text;
  for (int i = 0; i < 3; ++i) {
    const auto code = static_cast<unsigned>(0x9F00 + random() % 0x80);
    text += static_cast<char>(0xE0 | code >> 12U);
    text += static_cast<char>(0x80 | (code >> 6U & 0x3FU));
    text += static_cast<char>(0x80 | (code & 0x3FU));
  }
  return text;
}

// As JSON may write it: `\u9f00…`.
std::string escaped(const std::string& text) {
  const std::string quoted = Json(text).dump(-1, ' ', /*ensure_ascii=*/true);
  return quoted.substr(1, quoted.size() - 2);
}

std::string percent(const std::string& text) {
  std::string encoded;
  for (const unsigned char c : text) encoded += fmt::format("%{:02X}", c);
  return encoded;
}

class Planting {
 public:
  Planting(const ADemo& demo, Planted& sum)
      : client_({.tls = false, .host = "127.0.0.1", .port = demo.port(), .prefix = {}}),
        api_key_(fmt::format("Bearer {}", demo.api_key())),
        sum_(sum) {}

  void say(const std::string& method, const std::string& path, const std::string& body = {},
           service::http::Headers headers = {}) {
    if (!body.empty()) headers.push_back({"Content-Type", "application/json"});
    if (method != "GET") headers.push_back({"Sec-Fetch-Site", "same-origin"});
    const auto answer = client_.exchange({method, path, std::move(headers), body});
    ++sum_.requests;
    if (!answer) return;
    if (answer->status >= 400) note(answer->body);
  }

  // Of a visitor who has signed in.
  void say_as(service::demo::Visitor& who, const std::string& path, const Json& body) {
    const auto answer = who.ask("POST", path, body.dump(), "application/json");
    ++sum_.requests;
    if (answer.status >= 400) note(answer.body);
  }

  void everywhere(const std::string& canary) {
    const std::string quoted = Json(canary).dump();
    const std::string in_path = percent(canary);
    say("GET", fmt::format("/api/v1/orders/{}", in_path));
    say("GET", fmt::format("/{0}/{0}", in_path));
    say("GET", fmt::format("/api/v1/catalogue?q={}", in_path));
    say("POST", "/api/v1/sessions", fmt::format("{{{}: 1}}", quoted));
    say("POST", "/api/v1/sessions", fmt::format("{{\"login\": {}, ", quoted));
    say("POST", "/api/v1/credit-codes", fmt::format("{{\"credit_code\": {}}}", quoted));
    say("GET", "/api/v1/me", {}, {{"Cookie", fmt::format("__Host-session={}", in_path)}});
    say("GET", "/api/v1/projects", {}, {{"Authorization", fmt::format("Bearer {}", in_path)}});
    say("POST", "/callbacks/wechat", fmt::format("{{\"id\": {}}}", quoted));
  }

  void facts(const Json& order) {
    say("POST",
        fmt::format("/api/v1/inspections?project={}", percent(order.begin()->get<std::string>())),
        {},
        {{"Authorization", api_key_},
         {"Vermilion-Order", service::crypto::to_base64(order.dump())}});
  }

  [[nodiscard]] const std::string& errors() const { return errors_; }

 private:
  // A pointer names the member it is about in the words of who sent it; nothing else may.
  void note(const std::string& body) {
    ++sum_.errors;
    Json problem = Json::parse(body, nullptr, /*allow_exceptions=*/false);
    if (problem.contains("errors")) {
      for (Json& each : problem["errors"]) each.erase("pointer");
    }
    errors_ += (problem.is_discarded() ? body : problem.dump()) + '\n';
  }

  service::transport::Client client_;
  std::string api_key_;
  Planted& sum_;
  std::string errors_;
};

void plant(const ADemo& demo, const Canaries& all, Planting& planting) {
  const auto account = demo.applicants().at(2);
  Applicant applicant(demo.port(), account.credit_code, account.mobile);
  const std::string& order = applicant.slot().order;
  for (std::size_t i = 0; i < all.phones.size(); ++i) {
    const auto& [phone, identity, name, password, token] =
        std::tie(all.phones[i], all.identities[i], all.names[i], all.passwords[i], all.tokens[i]);
    for (const auto* canary : {&phone, &identity, &name, &password, &token}) {
      planting.everywhere(*canary);
    }
    const Json person{{"name", name}, {"mobile", phone}};
    planting.say(
        "POST", "/api/v1/sessions",
        Json{{"credit_code", account.credit_code}, {"mobile", phone}, {"password", password}}
            .dump());
    planting.say("POST", "/api/v1/registrations",
                 Json{{"credit_code", "91360000158261429W"},
                      {"name", name},
                      {"person", name},
                      {"mobile", phone},
                      {"code", "123456"},
                      {"password", password}}
                     .dump());
    planting.say_as(
        applicant.visitor(), fmt::format("/api/v1/orders/{}/form", order),
        {{"agent", person}, {"recipient", {{"person", person}, {"address", name + identity}}}});
    planting.say_as(applicant.visitor(), fmt::format("/api/v1/orders/{}/form", order),
                    {{"agent", person}, {identity, token}});
    planting.say_as(applicant.visitor(), "/api/v1/seats",
                    {{"person", name}, {"mobile", fmt::format("{}0", phone)}});
    planting.say_as(
        applicant.visitor(), fmt::format("/api/v1/orders/{}/invoice-data", order),
        {{"title", name}, {"tax_id", identity}, {"email", fmt::format("{}@x.example", token)}});
    planting.facts({{"agent", name}, {"agent_id", identity}, {"agent_mobile", phone}});
    if (i % 10 != 0) continue;
    const auto jpeg = samples::hostile::with_segment(
        samples::hostile::encode_jpeg(samples::hostile::sheet(120, 90), {}),
        samples::hostile::jpeg_segment(
            0xFE, samples::hostile::bytes_of(fmt::format("{}{}{}", name, identity, phone))));
    (void)applicant.put({jpeg.begin(), jpeg.end()});
  }
}

std::string command_lines() {
  std::string all;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") == std::string::npos) {
      all += text_of(entry.path() / "cmdline") + '\n';
    }
  }
  return all;
}

// What the server left in the system's folder for temporary files: nothing of today may hold one.
std::map<std::string, std::string> temporary_files(fs::file_time_type since) {
  std::map<std::string, std::string> texts;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(fs::temp_directory_path(), error)) {
    if (entry.is_regular_file(error) && entry.last_write_time(error) >= since) {
      texts[entry.path()] = text_of(entry.path());
    }
  }
  return texts;
}

void search(const std::map<std::string, std::string>& texts, const Canaries& all, Planted& sum) {
  sum.places = texts.size();
  for (const auto* kind : {&all.phones, &all.identities, &all.names, &all.passwords, &all.tokens}) {
    sum.canaries += kind->size();
    for (const auto& canary : *kind) {
      for (const auto& [where, text] : texts) {
        if (text.find(canary) != std::string::npos ||
            text.find(escaped(canary)) != std::string::npos ||
            text.find(percent(canary)) != std::string::npos) {
          sum.found.push_back(fmt::format("{}: {}", where, canary));
        }
      }
    }
  }
}

}  // namespace

Canaries canaries(std::size_t of_each) {
  std::mt19937_64 random(20261122);
  Canaries all;
  for (std::size_t i = 0; i < of_each; ++i) {
    all.phones.push_back(fmt::format("166{}", digits(random, 8)));
    all.identities.push_back(identity(random));
    all.names.push_back(name_of(random));
    all.passwords.push_back(fmt::format("pw-{}", digits(random, 16)));
    all.tokens.push_back(fmt::format("{:016x}{:016x}", random(), random()));
  }
  return all;
}

Planted planted(const ADemo& demo, std::size_t of_each) {
  const auto since = fs::file_time_type::clock::now();
  const Canaries all = canaries(of_each);
  Planted sum;
  Planting planting(demo, sum);
  plant(demo, all, planting);
  auto texts = temporary_files(since);
  texts.insert({{"terminal", demo.said()},
                {"log", demo.log()},
                {"problems", planting.errors()},
                {"metrics", demo.metrics()},
                {"command lines", command_lines()}});
  search(texts, all, sum);
  return sum;
}

}  // namespace vermilion::service_load
