#include "service/payment/alipay/form.hpp"
#include "service/payment/beijing.hpp"
#include "service/simulator/playing.hpp"
#include "service/verification/signing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

// Who proves persons, and who carries parcels.
namespace vermilion::service::simulator {
namespace {

using Json = nlohmann::ordered_json;
using payment::rfc3339;

constexpr std::string_view kVerifications = "/v1/verifications";
constexpr std::chrono::hours kLinkLife{7 * 24};

http::Answer signed_answer(int status, const Json& json, const verification::Account& side,
                           const Stamp& stamp) {
  const std::string body = json.dump();
  return {status, verification::signed_headers(body, side, stamp), body};
}

const char* word(Verification::State state) {
  switch (state) {
    case Verification::State::Pending:
      return "pending";
    case Verification::State::Passed:
      return "passed";
    case Verification::State::Failed:
      break;
  }
  return "failed";
}

// The face stays with the provider; only a reference to the result leaves it.
Json result_json(const Verification& one) {
  Json json{{"order", one.order}, {"reference", one.reference}, {"state", word(one.state)}};
  if (one.state == Verification::State::Pending) return json;
  json["channel"] = "face";
  json["at"] = rfc3339(one.at);
  json["consented_at"] = rfc3339(one.at - std::chrono::seconds(30));
  return json;
}

http::Answer start(const http::Request& request, Book& book, const verification::Account& side,
                   const Stamp& stamp) {
  const Json json = Json::parse(request.body);
  const std::string order = json.at("order");
  if (!book.verifications.contains(order)) {
    book.verifications.emplace(order, Verification{.order = order,
                                                   .organisation = json.at("organisation"),
                                                   .consent = json.at("consent"),
                                                   .notify_url = json.at("notify_url"),
                                                   .reference = next_number(book, "VR")});
  }
  const Verification& one = book.verifications.at(order);
  return signed_answer(200,
                       {{"order", order},
                        {"reference", one.reference},
                        {"url", fmt::format("https://verify.example.com/{}", one.reference)},
                        {"expires", rfc3339(stamp.now + kLinkLife)}},
                       side, stamp);
}

http::Answer json_answer(const Json& json) {
  return {200, {{"Content-Type", "application/json"}}, json.dump()};
}

Json track_json(const Parcel& parcel) {
  return {{"message", "ok"},
          {"state", parcel.state},
          {"status", "200"},
          {"com", parcel.carrier},
          {"nu", parcel.number},
          {"data",
           {{{"context", parcel.place},
             {"ftime", payment::beijing_time(parcel.at)},
             {"status", "模拟"}}}}};
}

http::Answer subscribe(const std::string& param, Book& book) {
  const Json json = Json::parse(param);
  const ParcelKey key{json.at("company"), json.at("number")};
  const Json& parameters = json.at("parameters");
  const bool is_new = book.parcels
                          .emplace(key, Parcel{.carrier = key.first,
                                               .number = key.second,
                                               .callback_url = parameters.at("callbackurl"),
                                               .salt = parameters.at("salt"),
                                               .place = "快件已揽收"})
                          .second;
  if (!is_new) return json_answer({{"result", false}, {"returnCode", "501"}});
  return json_answer({{"result", true}, {"returnCode", "200"}, {"message", "提交成功"}});
}

http::Answer track(const std::string& param, const Book& book) {
  const Json json = Json::parse(param);
  const auto found = book.parcels.find({json.at("com"), json.at("num")});
  if (found == book.parcels.end()) {
    return json_answer({{"result", false}, {"returnCode", "500"}, {"message", "查询无结果"}});
  }
  return json_answer(track_json(found->second));
}

}  // namespace

http::Answer play_verification(const http::Request& request, Book& book,
                               const verification::Account& side, const Stamp& stamp) try {
  if (!verification::verify(request, side, stamp.now)) {
    return signed_answer(401, {{"error", "signature"}}, side, stamp);
  }
  if (request.method == "POST" && request.path == kVerifications) {
    return start(request, book, side, stamp);
  }
  const std::string order =
      request.path.substr(std::min(request.path.size(), kVerifications.size() + 1));
  const auto found = book.verifications.find(order);
  if (found == book.verifications.end()) {
    return signed_answer(404, {{"error", "unknown"}}, side, stamp);
  }
  return signed_answer(200, result_json(found->second), side, stamp);
} catch (const Json::exception&) {
  return signed_answer(400, {{"error", "malformed"}}, side, stamp);
}

Callback verification_callback(const Verification& one, const verification::Account& side,
                               const Stamp& stamp) {
  Json json = result_json(one);
  json["notice"] = fmt::format("{}-{}", one.reference, word(one.state));
  const std::string body = json.dump();
  auto headers = verification::signed_headers(body, side, stamp);
  headers.push_back({"Content-Type", "application/json"});
  return {one.notify_url, {"POST", "/", std::move(headers), body}};
}

http::Answer play_courier(const http::Request& request, Book& book,
                          const courier::Account& side) try {
  const auto form = payment::alipay::from_form(request.body);
  if (!form || !form->contains("param")) return json_answer({{"returnCode", "400"}});
  const std::string& param = form->at("param");
  if (request.path == "/poll") {
    if (Json::parse(param).at("key") != side.key) return json_answer({{"returnCode", "600"}});
    return subscribe(param, book);
  }
  const bool ours = form->contains("sign") && form->at("sign") == query_sign(param, side);
  if (!ours) return json_answer({{"result", false}, {"returnCode", "503"}});
  return track(param, book);
} catch (const Json::exception&) {
  return json_answer({{"result", false}, {"returnCode", "400"}});
}

Callback courier_callback(const Parcel& parcel) {
  const std::string param = Json{
      {"status", parcel.state == "3" ? "shutdown" : "polling"},
      {"message", ""},
      {"lastResult",
       track_json(parcel)}}.dump();
  const courier::Account side{{}, {}, {}, parcel.salt};
  return {parcel.callback_url,
          {"POST",
           "/",
           {{"Content-Type", "application/x-www-form-urlencoded"}},
           payment::alipay::to_form({{"param", param}, {"sign", push_sign(param, side)}})}};
}

}  // namespace vermilion::service::simulator
