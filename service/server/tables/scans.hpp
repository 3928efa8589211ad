#pragma once

#include "pipeline/limits.hpp"
#include "service/scans/evidence.hpp"
#include "service/server/handlers/documents.hpp"
#include "service/server/handlers/events.hpp"
#include "service/server/handlers/forms.hpp"
#include "service/server/handlers/pictures.hpp"
#include "service/server/routes.hpp"

#include <array>
#include <cstddef>

// Scans and forms of orders.
namespace vermilion::service::server::tables {

using accounts::Role;

inline constexpr accounts::Roles kWhoSeesScans =
    Role::Applicant | Role::Reviewer | Role::Operator | Role::Auditor;

inline constexpr std::array kScans{
    Route{"PUT", "/api/v1/orders/{order}/documents/{slot}", Access::Account,
          pipeline::limits::kFileBytesCeiling, Rate::Scans, handlers::upload_document,
          "Put a scan into a slot", Role::Applicant},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}", Access::Account, 0, Rate::Usual,
          handlers::list_document_versions, "What was put into a slot", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}/report", Access::Account, 0, Rate::Usual,
          handlers::get_document_report, "What was seen in a scan", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}/picture", Access::Account, 0, Rate::Usual,
          handlers::get_document_picture, "A scan as it may be shown", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/events", Access::Account, 0, Rate::Usual,
          handlers::follow_order, "What happens to an order, as it happens",
          kWhoSeesScans | Role::Finance},
    Route{"GET", "/api/v1/orders/{order}/forms/{slot}", Access::Account, 0, Rate::Usual,
          handlers::get_form, "The form of a slot, to print", Role::Applicant | Role::Operator},
    Route{"GET", "/api/v1/orders/{order}/refund-letter", Access::Account, 0, Rate::Usual,
          handlers::get_refund_letter, "The letter that asks for a payment back, to print",
          Role::Applicant | Role::Operator | Role::Finance},
    Route{"POST", "/api/v1/evidence", Access::Account, scans::kEvidenceBytes, Rate::Scans,
          handlers::keep_evidence, "Keep a letter, a signature, a proof of a name",
          Role::Applicant | Role::Operator},
};

}  // namespace vermilion::service::server::tables
