#include "tests/service/server/access_matrix.hpp"

#include <span>

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

// Whoever reaches the machine, and programs with a key.
const AccessRow kPrograms[] = {
    {"GET", "/livez", "M"},
    {"GET", "/readyz", "M"},
    {"GET", "/metrics", "M"},
    {"GET", "/api/v1/projects", "K"},
    {"POST", "/api/v1/inspections", "K"},
};

// Who comes in, seats, numbers and names, the staff.
const AccessRow kAccounts[] = {
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
    {"POST", "/api/v1/organisations/{credit_code}/renames/confirmation", "O", Organisation, kDigest,
     409},
    {"GET", "/api/v1/colleagues", "ROFWUD", None, {}, 200},
    {"GET", "/api/v1/staff", "D", None, {}, 200},
    {"POST", "/api/v1/staff", "D", None, kStaff, 201},
    {"PATCH", "/api/v1/staff/{account}", "D", Staff, R"({"name": "乙"})", 200},
    {"DELETE", "/api/v1/staff/{account}/second-factor", "D", Staff, {}, 204},
    {"DELETE", "/api/v1/staff/{account}/sessions", "D", Staff, {}, 204},
};

// Partners, webhooks, pages, scans and forms.
const AccessRow kOutside[] = {
    {"POST", "/callbacks/wechat", "P"},
    {"POST", "/callbacks/alipay", "P"},
    {"POST", "/callbacks/verification", "P"},
    {"POST", "/callbacks/courier/{order}", "P"},
    {"PUT", "/api/v1/orders/{order}/key-request", "O", Other},
    {"GET", "/api/v1/webhooks", "D"},
    {"POST", "/api/v1/webhooks", "D"},
    {"DELETE", "/api/v1/webhooks/{webhook}", "D", Other},
    {"GET", "/{file*}", "P"},
    {"PUT", "/api/v1/orders/{order}/documents/{slot}", "A", Other},
    {"GET", "/api/v1/orders/{order}/documents/{slot}", "AROU", Other},
    {"GET", "/api/v1/orders/{order}/documents/{slot}/report", "AROU", Other},
    {"GET", "/api/v1/orders/{order}/documents/{slot}/picture", "AROU", Other},
    {"GET", "/api/v1/orders/{order}/events", "AROFU", Other},
    {"GET", "/api/v1/orders/{order}/forms/{slot}", "AO", Other},
    {"GET", "/api/v1/orders/{order}/refund-letter", "AOF", Other},
    {"POST", "/api/v1/evidence", "AO"},
};

// Orders until they are approved.
const AccessRow kOrders[] = {
    {"GET", "/api/v1/catalogue", "P"},
    {"POST", "/api/v1/orders", "A"},
    {"GET", "/api/v1/orders", "AROFU"},
    {"GET", "/api/v1/orders/{order}", "AROFU", Order},
    {"GET", "/api/v1/orders/{order}/history", "AROFU", Order},
    {"GET", "/api/v1/orders/{order}/subjects/{matter}", "ROF", Order},
    {"GET", "/api/v1/certificates", "A"},
    {"POST", "/api/v1/orders/{order}/form", "A", Order,
     R"({"agent": {"name": "张三", "mobile": "13807010001"}, "recipient": {"person": {"name": "李四", "mobile": "13907010002"}, "address": "南昌市"}})"},
    {"POST", "/api/v1/orders/{order}/recipient", "AO", Order,
     R"({"person": {"name": "李四", "mobile": "13907010002"}, "address": "南昌市"})"},
    {"POST", "/api/v1/orders/{order}/delivery", "AO", Order, R"({"delivery": "courier"})"},
    {"POST", "/api/v1/orders/{order}/submission", "A", Order},
    {"POST", "/api/v1/orders/{order}/recall", "A", Order},
    {"POST", "/api/v1/orders/{order}/void", "AO", Order, R"({"reason": "applicant_gave_up"})"},
    {"POST", "/api/v1/orders/{order}/claim", "R", Order},
    {"POST", "/api/v1/orders/{order}/release", "R", Order},
    {"POST", "/api/v1/orders/{order}/decisions", "R", Order,
     R"({"slot": "licence", "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "accepted": true})"},
    {"POST", "/api/v1/orders/{order}/approval", "R", Order,
     R"({"digest": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"},
    {"POST", "/api/v1/orders/{order}/rejection", "R", Order, R"({})"},
    {"POST", "/api/v1/orders/{order}/second-person", "ROF", Order,
     R"({"matter": "override_finding", "reason": "已核对", "digest": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"},
    {"POST", "/api/v1/orders/{order}/second-person-confirmation", "ROF", Order,
     R"({"matter": "override_finding", "digest": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"},
    {"POST", "/api/v1/orders/{order}/second-person-withdrawal", "ROF", Order,
     R"({"matter": "override_finding"})"},
};

// Orders from the payment on.
const AccessRow kPaidOrders[] = {
    {"POST", "/api/v1/orders/{order}/payments", "A", Order, R"({"channel": "wechat"})"},
    {"POST", "/api/v1/orders/{order}/payments/{attempt}/closure", "A", Order},
    {"POST", "/api/v1/orders/{order}/refund", "AO", Order, R"({"reason": "项目选错"})"},
    {"POST", "/api/v1/orders/{order}/refund-letter", "AOF", Order,
     R"({"sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"},
    {"POST", "/api/v1/orders/{order}/refund-withdrawal", "A", Order},
    {"POST", "/api/v1/orders/{order}/refund-refusal", "F", Order, R"({"reason": "已制证"})"},
    {"POST", "/api/v1/orders/{order}/refund-approval", "F", Order},
    {"POST", "/api/v1/orders/{order}/refund-retry", "F", Order},
    {"POST", "/api/v1/orders/{order}/held-payment-return", "F", Order, R"({"attempt": "P1"})"},
    {"POST", "/api/v1/orders/{order}/courier-number", "AO", Order,
     R"({"carrier": "SF", "number": "SF1234567890123"})"},
    {"POST", "/api/v1/orders/{order}/parcel", "O", Order,
     R"({"carrier": "SF", "number": "SF1234567890123"})"},
    {"POST", "/api/v1/orders/{order}/quarantine-release", "O", Order},
    {"POST", "/api/v1/orders/{order}/paper-check", "O", Order,
     R"({"items": [{"slot": "licence", "good": true}]})"},
    {"POST", "/api/v1/orders/{order}/calls", "ROF", Order, R"({"reached": true})"},
    {"POST", "/api/v1/orders/{order}/making", "O", Order},
    {"POST", "/api/v1/orders/{order}/making-failure", "O", Order, R"({"reason": "停电"})"},
    {"POST", "/api/v1/orders/{order}/seal-fault", "O", Order, R"({"fault": "不清"})"},
    {"POST", "/api/v1/orders/{order}/seal-made", "O", Order},
    {"POST", "/api/v1/orders/{order}/dispatch", "O", Order,
     R"({"carrier": "SF", "number": "SF1234567890123"})"},
    {"POST", "/api/v1/orders/{order}/handover", "O", Order,
     R"({"fetched_by": "李四", "signature_sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"},
    {"POST", "/api/v1/orders/{order}/invoice-data", "AO", Order,
     R"({"title": "样例公司", "email": "a@example.com"})"},
    {"POST", "/api/v1/orders/{order}/download", "A", Order, R"({"key_id": "K-1"})"},
    {"POST", "/api/v1/orders/{order}/download-failure", "A", Order, R"({"reason": "断开"})"},
};

// Reviewing and the post room.
const AccessRow kDesks[] = {
    {"GET", "/api/v1/review/queue", "R"},
    {"POST", "/api/v1/review/next", "R"},
    {"POST", "/api/v1/review/{order}/heartbeat", "R", Other},
    {"GET", "/api/v1/review/{order}/case", "R", Other},
    {"POST", "/api/v1/review/{order}/decision", "R", Other},
    {"GET", "/api/v1/rules/precision", "RWU"},
    {"GET", "/api/v1/post-room/{code}", "O", Other},
    {"POST", "/api/v1/post-room/{order}/comparison", "O", Other},
};

// Rules and audit.
const AccessRow kRules[] = {
    {"GET", "/api/v1/rules/files", "W"},
    {"PUT", "/api/v1/rules/files", "W"},
    {"DELETE", "/api/v1/rules/files", "W"},
    {"POST", "/api/v1/rules/check", "W"},
    {"POST", "/api/v1/rules/test", "W"},
    {"POST", "/api/v1/rules/inspections", "W"},
    {"GET", "/api/v1/rules/pictures", "W"},
    {"POST", "/api/v1/rules/diff", "W"},
    {"POST", "/api/v1/rules/replay", "W"},
    {"POST", "/api/v1/rules/completions", "W"},
    {"GET", "/api/v1/rules/schema", "W"},
    {"GET", "/api/v1/rules/drafts", "W"},
    {"POST", "/api/v1/rules/drafts", "W"},
    {"GET", "/api/v1/rules/drafts/{draft}", "W", Other},
    {"DELETE", "/api/v1/rules/drafts/{draft}", "W", Other},
    {"POST", "/api/v1/rules/drafts/{draft}/shadow", "W", Other},
    {"POST", "/api/v1/rules/drafts/{draft}/question", "W", Other},
    {"POST", "/api/v1/rules/drafts/{draft}/confirmation", "W", Other},
    {"GET", "/api/v1/rules/publications", "WU"},
    {"POST", "/api/v1/rules/rollback", "W"},
    {"GET", "/api/v1/audit/ledger", "U"},
    {"GET", "/api/v1/audit/views", "U"},
    {"GET", "/api/v1/audit/verification", "U"},
    {"GET", "/api/v1/statistics", "OFU"},
    {"GET", "/api/v1/reconciliation", "F"},
    {"POST", "/api/v1/hall-keys", "O"},
    {"GET", "/api/v1/jobs/dead", "OU"},
    {"POST", "/api/v1/jobs/{job}/revival", "O", Other},
};

}  // namespace

const std::vector<AccessRow>& access_rows() {
  static const std::vector<AccessRow> kRows = [] {
    std::vector<AccessRow> all;
    using Rows = std::span<const AccessRow>;
    for (const Rows rows : {Rows(kPrograms), Rows(kAccounts), Rows(kOutside), Rows(kOrders),
                            Rows(kPaidOrders), Rows(kDesks), Rows(kRules)}) {
      all.insert(all.end(), rows.begin(), rows.end());
    }
    return all;
  }();
  return kRows;
}

}  // namespace vermilion::tests
