#include "tests/service/server/access_matrix.hpp"

namespace vermilion::tests {
namespace {

using enum Object;

constexpr std::string_view kPassword =
    R"({"old": "correct horse battery staple", "new": "another long secret"})";
constexpr std::string_view kRename =
    R"({"wrong": "鹰潭市样例（有限）公司", "right": "样例公司", "reason": "写错了",
        "evidence": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})";
constexpr std::string_view kDigest =
    R"({"digest": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})";
constexpr std::string_view kStaff =
    R"({"login": "new", "name": "甲", "roles": ["reviewer"], "password": "a long new secret"})";

}  // namespace

const std::vector<AccessRow>& access_rows() {
  static const std::vector<AccessRow> kRows{
      {"GET", "/livez", "M"},
      {"GET", "/readyz", "M"},
      {"GET", "/metrics", "M"},
      {"GET", "/api/v1/projects", "K"},
      {"POST", "/api/v1/inspections", "K"},

      // Accounts
      {"POST", "/api/v1/captchas", "P", None, {}, 201},
      {"POST", "/api/v1/credit-codes", "P", None, R"({"credit_code": "1"})", 200},
      {"POST", "/api/v1/codes", "P"},
      {"POST", "/api/v1/registrations", "P"},
      {"POST", "/api/v1/password-resets", "P"},
      {"POST", "/api/v1/sessions", "P"},
      {"GET", "/api/v1/sessions", "S", None, {}, 200},
      {"DELETE", "/api/v1/sessions/{session}", "S", Session, {}, 204},
      {"GET", "/api/v1/me", "S", None, {}, 200},
      {"POST", "/api/v1/me/name-confirmation", "A", None, {}, 204},
      {"PUT", "/api/v1/me/password", "S", None, kPassword, 204},
      {"POST", "/api/v1/me/second-factor", "S"},
      {"PUT", "/api/v1/me/second-factor", "S"},
      {"GET", "/api/v1/seats", "A", None, {}, 200},
      {"POST", "/api/v1/seats", "A", None, R"({"person": "王五", "mobile": "13607010003"})", 201},
      {"DELETE", "/api/v1/seats/{seat}", "A", Seat, {}, 204},
      {"POST", "/api/v1/phone-changes", "P"},
      {"GET", "/api/v1/phone-changes", "O", None, {}, 200},
      {"POST", "/api/v1/phone-changes/{credit_code}/approval", "O", Organisation, {}, 204},
      {"POST", "/api/v1/phone-changes/{credit_code}/refusal", "O", Organisation,
       R"({"reason": "公章不清"})", 204},
      {"GET", "/api/v1/phone-changes/{credit_code}/material", "O", Organisation},
      {"GET", "/api/v1/organisations/{credit_code}", "OU", Organisation, {}, 200},
      {"POST", "/api/v1/organisations/{credit_code}/renames", "O", Organisation, kRename, 201},
      {"DELETE", "/api/v1/organisations/{credit_code}/renames", "O", Organisation, {}, 204},
      {"GET", "/api/v1/organisations/{credit_code}/renames/subject", "O", Organisation, {}, 200},
      {"POST", "/api/v1/organisations/{credit_code}/renames/confirmation", "O", Organisation,
       kDigest, 409},
      {"GET", "/api/v1/staff", "D", None, {}, 200},
      {"POST", "/api/v1/staff", "D", None, kStaff, 201},
      {"PATCH", "/api/v1/staff/{account}", "D", Staff, R"({"name": "乙"})", 200},
      {"DELETE", "/api/v1/staff/{account}/second-factor", "D", Staff, {}, 204},
      {"DELETE", "/api/v1/staff/{account}/sessions", "D", Staff, {}, 204},
  };
  return kRows;
}

}  // namespace vermilion::tests
