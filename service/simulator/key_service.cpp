#include "service/simulator/key_service.hpp"

#include "service/certificates/keys.hpp"
#include "service/payment/alipay/form.hpp"
#include "service/simulator/html.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace vermilion::service::simulator {
namespace {

using Json = nlohmann::json;
using payment::alipay::Parameters;

constexpr std::string_view kNote =
    "申请人电脑上的证书管理程序由本页扮演：插入或拔出 USBKEY，网页再来读取。PIN 码 123456。"
    "<small>Plays the program of the key's maker: insert and pull keys here. The PIN is "
    "123456.</small>";

constexpr std::string_view kNew = R"(<section><h2>制证用的新 KEY <small>A new key</small></h2>
<p><a href="/new-key">下载新 KEY 的证书请求（PKCS #10）</a>，在制证页面带上。</p></section>
)";

constexpr std::string_view kTyped = R"(<section><h2>另一个 KEY <small>Any other key</small></h2>
<form method="post" action="/do"><input type="hidden" name="act" value="add">
<label>KEY 号 <input name="key" required></label>
<label>证书序列号 <input name="serial" required></label>
<label>单位 <input name="subject"></label>
<label>有效期至 <input name="valid_until" placeholder="2027-01-01T00:00:00Z"></label>
<button>插入</button></form></section>
)";

http::Answer json(int status, const Json& body) {
  return {
      status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, body.dump()};
}

std::string field(const Parameters& form, const char* name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

// A page on this machine; any other has no business with somebody's keys.
bool is_here(std::string_view origin) {
  return std::ranges::any_of(
      std::array<std::string_view, 2>{"http://127.0.0.1:", "http://localhost:"},
      [&](std::string_view begins) { return origin.starts_with(begins); });
}

void let_read(http::Answer& answer, std::string_view origin) {
  answer.headers.push_back({"Access-Control-Allow-Origin", std::string(origin)});
  answer.headers.push_back({"Vary", "Origin"});
}

http::Answer may_ask() {
  return {204,
          {{"Access-Control-Allow-Methods", "GET, POST"},
           {"Access-Control-Allow-Headers", "content-type"},
           {"Access-Control-Allow-Private-Network", "true"}},
          {}};
}

// What a key's software makes at the maker's computer. This key is forgotten, nobody signs with it.
http::Answer new_key() {
  const auto key = certificates::PrivateKey::generate(certificates::Algorithm::Sm2);
  return {200,
          {{"Content-Type", "application/pkcs10"},
           {"Cache-Control", "no-store"},
           {"Content-Disposition", "attachment; filename=\"new-key.csr\""}},
          key.request()};
}

std::string row(const Key& key, bool is_inserted) {
  return fmt::format(
      "<tr><td><code>{}</code></td><td><code>{}</code></td><td>{}</td><td>{}</td>"
      "<td>{}</td></tr>",
      escaped(key.key_id.substr(0, 16)), escaped(key.serial), escaped(key.subject),
      escaped(key.valid_until.substr(0, 10)),
      is_inserted ? button("pull", key.key_id, "", "拔出")
                  : button("insert", key.key_id, "", "插入", true));
}

}  // namespace

http::Answer KeyService::answer(const http::Request& request) {
  if (request.path == "/" && request.method == "GET") return page({});
  if (request.path == "/do" && request.method == "POST") return pressed(request.body);
  if (request.path == "/new-key" && request.method == "GET") return new_key();
  const auto origin = http::only(request.headers, "Origin");
  if (origin && !is_here(*origin)) return json(403, {{"said", "not from there"}});
  http::Answer answer = request.method == "OPTIONS" ? may_ask() : asked(request);
  if (origin) let_read(answer, *origin);
  return answer;
}

http::Answer KeyService::asked(const http::Request& request) {
  constexpr std::string_view kKeys = "/keys";
  constexpr std::string_view kWrite = "/certificates";
  const std::string_view path = request.path;
  if (request.method == "GET" && path == kKeys) {
    Json keys = Json::array();
    for (const Key& key : inserted()) {
      keys.push_back({{"key_id", key.key_id},
                      {"serial", key.serial},
                      {"subject", key.subject},
                      {"valid_until", key.valid_until}});
    }
    return json(200, {{"keys", std::move(keys)}});
  }
  const auto begins = kKeys.size() + 1;
  if (request.method == "POST" && path.starts_with("/keys/") && path.ends_with(kWrite) &&
      path.size() > begins + kWrite.size()) {
    return write(std::string(path.substr(begins, path.size() - begins - kWrite.size())),
                 request.body);
  }
  return json(404, {{"said", "no such thing"}});
}

std::vector<Key> KeyService::inserted() const {
  const std::scoped_lock lock(mutex_);
  std::vector<Key> keys;
  for (const auto& [key_id, key] : inserted_) keys.push_back(key);
  return keys;
}

http::Answer KeyService::write(const std::string& key_id, const std::string& body) {
  const Json said = Json::parse(body, nullptr, false);
  const auto refused = [](const char* why) { return json(200, {{"done", false}, {"said", why}}); };
  if (!said.is_object() || said.value("pin", "") != kKeyPin) return refused("PIN 码不正确");
  const auto issued = all();
  const std::scoped_lock lock(mutex_);
  const auto there = inserted_.find(key_id);
  if (there == inserted_.end()) return refused("KEY 已被拔出");
  const auto now = std::ranges::find(issued, key_id, &Key::key_id);
  if (now != issued.end()) there->second = *now;
  return json(200, {{"done", true}, {"said", ""}});
}

std::vector<Key> KeyService::all() const {
  return issued_ ? issued_() : std::vector<Key>();
}

bool KeyService::insert(const Key& key) {
  const std::scoped_lock lock(mutex_);
  return !key.key_id.empty() && inserted_.emplace(key.key_id, key).second;
}

bool KeyService::insert(const std::string& key_id) {
  const auto issued = all();
  const auto found = std::ranges::find(issued, key_id, &Key::key_id);
  return found != issued.end() && insert(*found);
}

bool KeyService::pull(const std::string& key_id) {
  const std::scoped_lock lock(mutex_);
  return inserted_.erase(key_id) > 0;
}

http::Answer KeyService::page(std::string_view done) const {
  std::string in;
  for (const Key& key : inserted()) in += row(key, true);
  std::string out;
  const std::scoped_lock lock(mutex_);
  for (const Key& key : all()) {
    if (!inserted_.contains(key.key_id)) out += row(key, false);
  }
  constexpr std::string_view kHead = "<th>KEY 号<th>证书序列号<th>单位<th>有效期至<th>操作";
  return html(html_page("证书管理程序", "Program of the key's maker", kNote, done,
                        section("已插入", "Inserted", kHead, in, "没有插入 KEY") +
                            section("抽屉里", "In the drawer", kHead, out, "还没有制好的 KEY") +
                            std::string(kTyped) + std::string(kNew)));
}

http::Answer KeyService::pressed(const std::string& form) {
  const auto fields = payment::alipay::from_form(form);
  if (!fields) return json(400, {{"said", "no form"}});
  const std::string act = field(*fields, "act");
  const std::string key = field(*fields, "key");
  const auto told = [this](bool done, std::string_view what) {
    return page(done ? what : std::string_view("没有可做的"));
  };
  if (act == "insert") return told(insert(key), "已插入");
  if (act == "pull") return told(pull(key), "已拔出");
  if (act == "add") {
    return told(insert(Key{key, field(*fields, "serial"), field(*fields, "subject"),
                           field(*fields, "valid_until")}),
                "已插入");
  }
  return json(400, {{"said", "no such button"}});
}

}  // namespace vermilion::service::simulator
