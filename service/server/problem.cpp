#include "service/server/problem.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace vermilion::service::server {
namespace {

struct Row {
  Fault fault;
  int status;
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Row, kFaults> kRows{{
    {Fault::BadRequest, 400, "BAD_REQUEST", "请求格式不正确。", "The request cannot be read."},
    {Fault::Unauthorised, 401, "UNAUTHORISED", "请提供有效的接口密钥。",
     "A valid API key is needed."},
    {Fault::SignedOut, 401, "SIGNED_OUT", "请先登录。", "Sign in first."},
    {Fault::NotYourPart, 403, "NOT_YOUR_PART", "您的岗位不能进行此操作。",
     "This is the part of another role."},
    {Fault::NotFound, 404, "NOT_FOUND", "没有找到，或您无权查看。",
     "There is no such thing, or it is not yours."},
    {Fault::MethodNotAllowed, 405, "METHOD_NOT_ALLOWED", "此地址不支持该操作。",
     "This cannot be done at this address."},
    {Fault::LengthRequired, 411, "LENGTH_REQUIRED", "请在请求中注明内容长度。",
     "Say how long the body is (Content-Length)."},
    {Fault::BodyTooLarge, 413, "BODY_TOO_LARGE", "文件过大，请压缩后重新上传。",
     "The body is larger than is taken."},
    {Fault::BodyTruncated, 400, "BODY_TRUNCATED", "文件没有传完整，请重新上传。",
     "Less arrived than was announced; nothing was kept. Send it again."},
    {Fault::BodyLate, 408, "BODY_LATE", "上传超时，请检查网络后重新上传。",
     "The body took too long to arrive. Send it again."},
    {Fault::UnsupportedType, 415, "UNSUPPORTED_TYPE", "请上传 jpg、jpeg、png 或 bmp 图片。",
     "Send a JPEG, PNG or BMP as the body itself."},
    {Fault::BadOrder, 400, "BAD_ORDER", "订单信息不正确。",
     "The facts of the order cannot be read."},
    {Fault::UnknownProject, 404, "UNKNOWN_PROJECT", "没有这个项目。", "There is no such project."},
    {Fault::UnknownDocument, 404, "UNKNOWN_DOCUMENT", "该项目没有这份资料。",
     "The project has no such document."},
    {Fault::Invalid, 422, "INVALID", "填写的内容有误，请按提示修改。",
     "Some of what was sent is not right."},
    {Fault::Refused, 409, "REFUSED", "现在不能进行此操作。", "This cannot be done now."},
    {Fault::Changed, 412, "CHANGED", "内容已有变化，请刷新后再试。",
     "It has changed since it was shown. Look again."},
    {Fault::KeyReused, 409, "KEY_REUSED", "同一请求编号已用于其他内容。",
     "This idempotency key came with another request before."},
    {Fault::TooMany, 429, "TOO_MANY", "操作过于频繁，请稍后再试。", "Too often; try again later."},
    {Fault::Busy, 429, "BUSY", "当前等待人数较多，请稍后再试。",
     "Too many wait already; try again later."},
    {Fault::Stopping, 503, "STOPPING", "系统正在重启，请稍后再试。",
     "The server is about to stop; try again in a moment."},
    {Fault::OurFault, 500, "OUR_FAULT", "系统出错了，请稍后再试；如仍有问题，请告知请求编号。",
     "Something failed on our side. Try again; tell us the request's id if it stays so."},
}};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    if (static_cast<std::size_t>(kRows[i].fault) != i) return false;
  }
  return true;
}
static_assert(rows_are_in_order());

const Row& row_of(Fault fault) {
  return kRows[static_cast<std::size_t>(fault)];
}

}  // namespace

int status_of(Fault fault) {
  return row_of(fault).status;
}
std::string_view code_of(Fault fault) {
  return row_of(fault).code;
}

namespace {

Said said_by(const Problem& problem, const Row& row) {
  if (problem.said) return *problem.said;
  return {std::string(row.code), std::string(row.zh), std::string(row.en)};
}

nlohmann::ordered_json errors_of(const Problem& problem) {
  auto errors = nlohmann::ordered_json::array();
  const auto add = [&](const std::string& pointer, const std::string& detail) {
    errors.push_back({{"pointer", pointer}, {"detail", detail}});
  };
  if (!problem.detail.empty()) add(problem.pointer, problem.detail);
  for (const auto& complaint : problem.complaints) add(complaint.pointer, complaint.detail);
  return errors;
}

}  // namespace

http::Answer answer_of(const Problem& problem, std::string_view request) {
  const Row& row = row_of(problem.fault);
  const Said said = said_by(problem, row);
  nlohmann::ordered_json body{{"type", fmt::format("urn:vermilion:problem:{}", said.code)},
                              {"title", said.en},
                              {"status", row.status},
                              {"code", said.code},
                              {"detail", said.zh},
                              {"request", request}};
  if (auto errors = errors_of(problem); !errors.empty()) body["errors"] = std::move(errors);
  http::Answer answer{.status = row.status,
                      .headers = {{"Content-Type", "application/problem+json"}},
                      .body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
  if (problem.retry_s) answer.headers.push_back({"Retry-After", std::to_string(*problem.retry_s)});
  if (!problem.allow.empty()) answer.headers.push_back({"Allow", problem.allow});
  if (problem.fault == Fault::Unauthorised) {
    answer.headers.push_back({"WWW-Authenticate", "Bearer realm=\"vermilion\""});
  }
  return answer;
}

}  // namespace vermilion::service::server
