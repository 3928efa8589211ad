#include "service/server/routes.hpp"

#include "pipeline/limits.hpp"
#include "service/scans/evidence.hpp"
#include "service/server/handlers/callbacks.hpp"
#include "service/server/handlers/documents.hpp"
#include "service/server/handlers/events.hpp"
#include "service/server/handlers/forms.hpp"
#include "service/server/handlers/health.hpp"
#include "service/server/handlers/inspections.hpp"
#include "service/server/handlers/key_requests.hpp"
#include "service/server/handlers/pictures.hpp"
#include "service/server/handlers/projects.hpp"
#include "service/server/handlers/site.hpp"
#include "service/server/handlers/webhooks.hpp"

#include <array>
#include <optional>

namespace vermilion::service::server {
namespace {

using accounts::Role;

// A notice of WeChat Pay has 4 KiB; 快递100 pushes all that happened to a parcel so far.
constexpr std::size_t kCallbackBytes = 64 * 1024;
// A request for a key of 4096 bits has 2 KiB in PEM.
constexpr std::size_t kKeyRequestBytes = 16 * 1024;
constexpr std::size_t kWebhookBytes = 8 * 1024;

constexpr accounts::Roles kWhoSeesScans = accounts::Role::Applicant | accounts::Role::Reviewer |
                                          accounts::Role::Operator | accounts::Role::Auditor;

constexpr std::array kRoutes{
    Route{"GET", "/livez", Access::Machine, 0, handlers::alive, "The process answers"},
    Route{"GET", "/readyz", Access::Machine, 0, handlers::ready, "It takes work"},
    Route{"GET", "/metrics", Access::Machine, 0, handlers::metrics, "What was counted"},
    Route{"GET", "/api/v1/projects", Access::Client, 0, handlers::list_projects,
          "The certificate projects and their documents"},
    Route{"POST", "/api/v1/inspections", Access::Client, pipeline::limits::kFileBytesCeiling,
          handlers::inspect, "Look at one scan"},

    Route{"POST", "/callbacks/wechat", Access::Public, kCallbackBytes, handlers::wechat_callback,
          "WeChat Pay tells what became of a payment or refund"},
    Route{"POST", "/callbacks/alipay", Access::Public, kCallbackBytes, handlers::alipay_callback,
          "Alipay tells what became of a payment"},
    Route{"POST", "/callbacks/verification", Access::Public, kCallbackBytes,
          handlers::verification_callback, "The provider tells what became of a verification"},
    Route{"POST", "/callbacks/courier/{order}", Access::Public, kCallbackBytes,
          handlers::courier_callback, "快递100 tells where a parcel is"},
    Route{"PUT", "/api/v1/orders/{order}/key-request", Access::Account, kKeyRequestBytes,
          handlers::bring_key_request, "The request for the key of the certificate",
          Role::Operator},
    Route{"GET", "/api/v1/webhooks", Access::Account, 0, handlers::list_webhooks,
          "Programs that are told what becomes of orders", Role::Admin},
    Route{"POST", "/api/v1/webhooks", Access::Account, kWebhookBytes, handlers::add_webhook,
          "One more program is told", Role::Admin},
    Route{"DELETE", "/api/v1/webhooks/{webhook}", Access::Account, 0, handlers::remove_webhook,
          "A program is told no longer", Role::Admin},
    Route{"GET", "/{file*}", Access::Public, 0, handlers::site, "A page, or what belongs to one"},

    // Scans and forms of orders
    Route{"PUT", "/api/v1/orders/{order}/documents/{slot}", Access::Account,
          pipeline::limits::kFileBytesCeiling, handlers::upload_document, "Put a scan into a slot",
          accounts::Role::Applicant},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}", Access::Account, 0,
          handlers::list_document_versions, "What was put into a slot", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}/report", Access::Account, 0,
          handlers::get_document_report, "What was seen in a scan", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}/picture", Access::Account, 0,
          handlers::get_document_picture, "A scan as it may be shown", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/events", Access::Account, 0, handlers::follow_order,
          "What happens to an order, as it happens", kWhoSeesScans | accounts::Role::Finance},
    Route{"GET", "/api/v1/orders/{order}/forms/{slot}", Access::Account, 0, handlers::get_form,
          "The form of a slot, to print", accounts::Role::Applicant | accounts::Role::Operator},
    Route{"GET", "/api/v1/orders/{order}/refund-letter", Access::Account, 0,
          handlers::get_refund_letter, "The letter that asks for a payment back, to print",
          accounts::Role::Applicant | accounts::Role::Operator | accounts::Role::Finance},
    Route{"POST", "/api/v1/evidence", Access::Account, scans::kEvidenceBytes,
          handlers::keep_evidence, "Keep a letter, a signature, a proof of a name",
          accounts::Role::Applicant | accounts::Role::Operator},
};

constexpr bool no_row_stands_twice() {
  for (std::size_t i = 0; i < kRoutes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (kRoutes[i].method == kRoutes[j].method && kRoutes[i].path == kRoutes[j].path)
        return false;
    }
  }
  return true;
}
static_assert(no_row_stands_twice());

std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);  // its slash
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

using Parameters = std::map<std::string, std::string, std::less<>>;

bool takes_the_rest(std::string_view pattern) {
  return pattern.ends_with("*}");
}

std::optional<Parameters> fitted(std::string_view pattern, std::string_view path) {
  Parameters parameters;
  if (takes_the_rest(pattern)) {
    parameters.emplace(pattern.substr(2, pattern.size() - 4), path.substr(1));
    return parameters;
  }
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = next_segment(pattern);
    const std::string_view given = next_segment(path);
    if (wanted.starts_with('{') && !given.empty()) {
      parameters.emplace(wanted.substr(1, wanted.size() - 2), given);
    } else if (wanted != given) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return parameters;
}

// What no other row is for, whatever the method.
tl::expected<Match, Problem> find_rest(std::string_view method, std::string_view path,
                                              std::span<const Route> table) {
  for (const Route& route : table) {
    if (route.method != method || !takes_the_rest(route.path)) continue;
    return Match{&route, fitted(route.path, path).value()};
  }
  return tl::make_unexpected(Problem{Fault::NotFound});
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

tl::expected<Match, Problem> find_route(std::string_view method, std::string_view path,
                                        std::span<const Route> table) {
  std::string allowed;
  for (const Route& route : table) {
    auto parameters = takes_the_rest(route.path) ? std::nullopt : fitted(route.path, path);
    if (!parameters) continue;
    if (route.method == method) return Match{&route, std::move(*parameters)};
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return find_rest(method, path, table);
  return tl::make_unexpected(Problem{.fault = Fault::MethodNotAllowed, .allow = allowed});
}

}  // namespace vermilion::service::server
