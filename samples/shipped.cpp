#include "samples/shipped.hpp"

namespace vermilion::samples {
namespace {

using enum DocumentKind;
using enum Copy;
using enum Defect;

constexpr int kDpi = 150;  // the least a scan may have; keeps the folder below ten megabytes

NamedRecipe row(std::string path, DocumentKind document, Copy copy, std::uint64_t seed,
                std::vector<Planted> defects = {}) {
  return {std::move(path), {document, copy, kDpi, seed, std::move(defects)}};
}

}  // namespace

std::vector<NamedRecipe> shipped() {
  return {
      row("business_licence/accepted_bw_copy", BusinessLicence2019, BlackAndWhite, 101),
      row("business_licence/accepted_bw_copy_2014", BusinessLicence2014, BlackAndWhite, 102),
      row("business_licence/accepted_colour", BusinessLicence2019, Colour, 103),
      row("business_licence/accepted_colour_2014", BusinessLicence2014, Colour, 104),
      row("business_licence/accepted_turned", BusinessLicence2019, BlackAndWhite, 105,
          {{Turn90, 90}}),
      row("business_licence/accepted_progressive", BusinessLicence2014, BlackAndWhite, 106,
          {{Progressive, 1}}),
      row("business_licence/accepted_watermark", BusinessLicence2019, BlackAndWhite, 107,
          {{Watermark, 0.18}}),
      row("business_licence/referred_blurred", BusinessLicence2019, BlackAndWhite, 111,
          {{Blur, 0.32}}),
      row("business_licence/referred_cropped", BusinessLicence2014, BlackAndWhite, 112,
          {{Cropped, 22}}),
      row("business_licence/referred_lowres", BusinessLicence2019, BlackAndWhite, 113,
          {{Lowres, 70}}),
      row("business_licence/referred_photo", BusinessLicence2014, Colour, 114, {{Photo, 0.06}}),
      row("business_licence/referred_screenshot", BusinessLicence2019, Colour, 115,
          {{Screenshot, 0.14}}),
      row("business_licence/referred_seal_faded", BusinessLicence2019, BlackAndWhite, 116,
          {{SealFaded, 0.2}}),
      row("business_licence/referred_seal_smeared", BusinessLicence2014, BlackAndWhite, 117,
          {{SealSmeared, 2.2}}),
      row("business_licence/referred_seal_broken_border", BusinessLicence2019, BlackAndWhite, 118,
          {{SealBrokenBorder, 0.45}}),
      row("business_licence/referred_seal_over_code", BusinessLicence2019, BlackAndWhite, 119,
          {{SealOverCode, 1}}),
      row("business_licence/referred_skewed", BusinessLicence2014, BlackAndWhite, 120, {{Skew, 7}}),
      row("business_licence/refused_seal_missing", BusinessLicence2019, Colour, 131,
          {{SealMissing, 1}}),
      row("business_licence/refused_seal_missing_bw", BusinessLicence2014, BlackAndWhite, 132,
          {{SealMissing, 1}}),
      row("business_licence/refused_seal_not_red", BusinessLicence2019, BlackAndWhite, 133,
          {{SealBw, 1}}),
      row("business_licence/refused_code_wrong", BusinessLicence2014, BlackAndWhite, 134,
          {{CodeWrong, 1}}),
      row("business_licence/refused_code_lookalike", BusinessLicence2019, BlackAndWhite, 135,
          {{CodeLookalike, 1}}),
      row("electronic_licence/accepted", ElectronicLicence, Colour, 141),
      row("id_card/accepted", IdCard, BlackAndWhite, 142),
      row("id_card/refused_seal_missing", IdCard, Colour, 143, {{SealMissing, 1}}),
      row("institution_certificate/accepted", InstitutionCertificate, Colour, 144),
      row("association_certificate/accepted", AssociationCertificate, BlackAndWhite, 145),
      row("medical_licence/accepted", MedicalLicence, Colour, 146),
      row("authorisation_letter/accepted", AuthorisationLetter, Colour, 147),
      row("seal_sheet/accepted", SealSheet, Colour, 148),
      row("seal_sheet/referred_speckle", SealSheet, Colour, 149, {{SealSpeckle, 9}}),
      row("lookalikes/letterhead", LookalikeLetterhead, Colour, 151),
      row("lookalikes/brick_wall", LookalikeTexture, Colour, 152, {{Photo, 0.03}}),
      row("lookalikes/bank_letter", LookalikeBankLetter, Colour, 153),
      row("lookalikes/mosaic", LookalikeMosaic, Colour, 154),
      row("lookalikes/menu", LookalikeMenu, Colour, 155),
  };
}

tl::expected<void, WriteError> write_shipped(const std::filesystem::path& folder) {
  return write_all(folder, shipped());
}

}  // namespace vermilion::samples
