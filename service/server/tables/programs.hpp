#pragma once

#include "pipeline/limits.hpp"
#include "service/server/handlers/callbacks.hpp"
#include "service/server/handlers/health.hpp"
#include "service/server/handlers/inspections.hpp"
#include "service/server/handlers/projects.hpp"
#include "service/server/handlers/site.hpp"
#include "service/server/handlers/webhooks.hpp"
#include "service/server/routes.hpp"

#include <array>
#include <cstddef>

// What is asked by programs: watchmen, integrators, partners, browsers that fetch pages.
namespace vermilion::service::server::tables {

using accounts::Role;

// A notice of WeChat Pay has 4 KiB; 快递100 pushes all that happened to a parcel so far.
inline constexpr std::size_t kCallbackBytes = 64 * 1024;

inline constexpr std::size_t kWebhookBytes = 8 * 1024;

inline constexpr std::array kPrograms{
    Route{"GET", "/livez", Access::Machine, 0, Rate::Uncounted, handlers::alive,
          "The process answers"},
    Route{"GET", "/readyz", Access::Machine, 0, Rate::Uncounted, handlers::ready, "It takes work"},
    Route{"GET", "/metrics", Access::Machine, 0, Rate::Uncounted, handlers::metrics,
          "What was counted"},
    Route{"GET", "/api/v1/projects", Access::Client, 0, Rate::Usual, handlers::list_projects,
          "The certificate projects and their documents"},
    Route{"POST", "/api/v1/inspections", Access::Client, pipeline::limits::kFileBytesCeiling,
          Rate::Scans, handlers::inspect, "Look at one scan"},
    Route{"POST", "/callbacks/wechat", Access::Public, kCallbackBytes, Rate::Callbacks,
          handlers::wechat_callback, "WeChat Pay tells what became of a payment or refund"},
    Route{"POST", "/callbacks/alipay", Access::Public, kCallbackBytes, Rate::Callbacks,
          handlers::alipay_callback, "Alipay tells what became of a payment"},
    Route{"POST", "/callbacks/verification", Access::Public, kCallbackBytes, Rate::Callbacks,
          handlers::verification_callback, "The provider tells what became of a verification"},
    Route{"POST", "/callbacks/courier/{order}", Access::Public, kCallbackBytes, Rate::Callbacks,
          handlers::courier_callback, "快递100 tells where a parcel is"},
    Route{"GET", "/api/v1/webhooks", Access::Account, 0, Rate::Usual, handlers::list_webhooks,
          "Programs that are told what becomes of orders", Role::Admin},
    Route{"POST", "/api/v1/webhooks", Access::Account, kWebhookBytes, Rate::Usual,
          handlers::add_webhook, "One more program is told", Role::Admin},
    Route{"DELETE", "/api/v1/webhooks/{webhook}", Access::Account, 0, Rate::Usual,
          handlers::remove_webhook, "A program is told no longer", Role::Admin},
    Route{"GET", "/{file*}", Access::Public, 0, Rate::Pages, handlers::site,
          "A page, or what belongs to one"},
};

}  // namespace vermilion::service::server::tables
