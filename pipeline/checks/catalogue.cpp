#include "pipeline/checks/catalogue.hpp"

#include "pipeline/checks/boxes_stamped.hpp"
#include "pipeline/checks/boxes_ticked.hpp"
#include "pipeline/checks/card_in_force.hpp"
#include "pipeline/checks/card_number_valid.hpp"
#include "pipeline/checks/card_original_size.hpp"
#include "pipeline/checks/card_sides_present.hpp"
#include "pipeline/checks/credit_code_readable.hpp"
#include "pipeline/checks/document_kind_matches.hpp"
#include "pipeline/checks/fields_as_printed.hpp"
#include "pipeline/checks/fields_filled_in.hpp"
#include "pipeline/checks/form_code_readable.hpp"
#include "pipeline/checks/form_original_size.hpp"
#include "pipeline/checks/legal_seal_red.hpp"
#include "pipeline/checks/letter_lasts.hpp"
#include "pipeline/checks/licence_in_force.hpp"
#include "pipeline/checks/page_bright.hpp"
#include "pipeline/checks/page_original_size.hpp"
#include "pipeline/checks/page_resolution.hpp"
#include "pipeline/checks/page_scanned.hpp"
#include "pipeline/checks/page_sharp.hpp"
#include "pipeline/checks/page_straight.hpp"
#include "pipeline/checks/page_upright.hpp"
#include "pipeline/checks/page_whole.hpp"
#include "pipeline/checks/seal_border_whole.hpp"
#include "pipeline/checks/seal_clear_of_text.hpp"
#include "pipeline/checks/seal_free_of_specks.hpp"
#include "pipeline/checks/seal_names_organisation.hpp"
#include "pipeline/checks/seal_not_smeared.hpp"
#include "pipeline/checks/seal_number_legible.hpp"
#include "pipeline/checks/seal_on_white.hpp"
#include "pipeline/checks/seal_present.hpp"
#include "pipeline/checks/seal_red.hpp"
#include "pipeline/checks/seal_sharp.hpp"
#include "pipeline/checks/seal_stamped.hpp"
#include "pipeline/checks/seal_strong.hpp"
#include "pipeline/checks/seals_clear_of_key.hpp"
#include "pipeline/checks/seals_in_their_boxes.hpp"
#include "pipeline/checks/seals_inside_boxes.hpp"
#include "pipeline/checks/seals_of_right_shape.hpp"
#include "pipeline/checks/signature_by_hand.hpp"
#include "pipeline/checks/signature_level.hpp"
#include "pipeline/checks/signature_width.hpp"

#include <algorithm>
#include <array>

namespace vermilion::pipeline {
namespace checks {
namespace {

// In the order findings are reported: the page, the seals, the code, the document,
// the parts of a form.
const std::array kCatalogue{
    kPageUpright,      kPageStraight,      kPageSharp,          kPageBright,
    kPageResolution,   kPageOriginalSize,  kPageWhole,          kPageScanned,
    kSealPresent,      kSealRed,           kSealStrong,         kSealSharp,
    kSealBorderWhole,  kSealNotSmeared,    kSealOnWhite,        kSealFreeOfSpecks,
    kSealStamped,      kSealClearOfText,   kCreditCodeReadable, kDocumentKindMatches,
    kFormCodeReadable, kFormOriginalSize,  kBoxesStamped,       kSealsInTheirBoxes,
    kSealsInsideBoxes, kSealsOfRightShape, kLegalSealRed,       kSealsClearOfKey,
    kSignatureByHand,  kSignatureLevel,    kSignatureWidth,     kFieldsAsPrinted,
    kFieldsFilledIn,   kBoxesTicked,       kSealNumberLegible,  kSealNamesOrganisation,
    kLetterLasts,      kLicenceInForce,    kCardInForce,        kCardSidesPresent,
    kCardOriginalSize, kCardNumberValid,
};

const auto kDescriptions = [] {
  std::array<CheckDescription, kCatalogue.size()> descriptions{};
  std::ranges::transform(kCatalogue, descriptions.begin(), &Check::description);
  return descriptions;
}();

}  // namespace

std::span<const Check> catalogue() {
  return kCatalogue;
}

const Check* find(std::string_view id) {
  const auto row =
      std::ranges::find(kCatalogue, id, [](const Check& check) { return check.description.id; });
  return row == kCatalogue.end() ? nullptr : &*row;
}

}  // namespace checks

std::span<const CheckDescription> check_descriptions() {
  return checks::kDescriptions;
}

}  // namespace vermilion::pipeline
