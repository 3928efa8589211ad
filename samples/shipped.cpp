#include "samples/shipped.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <string_view>
#include <utility>

namespace vermilion::samples {
namespace {

using enum DocumentKind;
using enum Copy;
using enum Defect;
using Code = pipeline::FindingCode;
using Findings = std::vector<pipeline::FindingCode>;

constexpr int kDpi = 150;  // the least a scan may have; keeps the folder below ten megabytes

std::string verdict_in(std::string_view path) {
  for (const auto& [word, verdict] :
       {std::pair{"/accepted", "accept"}, std::pair{"/referred", "refer"},
        std::pair{"/refused", "reject"}}) {
    if (path.find(word) != std::string_view::npos) return verdict;
  }
  return "reject";  // a lookalike is no document at all
}

ShippedSample row(std::string path, DocumentKind document, Copy copy, std::uint64_t seed,
                  std::vector<Planted> defects = {}, Findings findings = {}) {
  Expected expected{verdict_in(path), std::move(findings)};
  return {{std::move(path), {document, copy, kDpi, seed, std::move(defects)}}, std::move(expected)};
}

std::string json_of(const Expected& expected) {
  nlohmann::ordered_json json{{"verdict", expected.verdict}, {"findings", nlohmann::json::array()}};
  for (const auto code : expected.findings) json["findings"].push_back(pipeline::name(code));
  return json.dump(2) + "\n";
}

}  // namespace

std::vector<ShippedSample> shipped() {
  return {
      row("business_licence/accepted_bw_copy", BusinessLicence2019, BlackAndWhite, 101),
      row("business_licence/accepted_bw_copy_2014", BusinessLicence2014, BlackAndWhite, 102),
      row("business_licence/accepted_colour", BusinessLicence2019, Colour, 103),
      row("business_licence/accepted_colour_2014", BusinessLicence2014, Colour, 104),
      row("business_licence/accepted_turned", BusinessLicence2019, BlackAndWhite, 105,
          {{Turn90, 90}}, {Code::ImgTurned}),
      row("business_licence/accepted_progressive", BusinessLicence2014, BlackAndWhite, 106,
          {{Progressive, 1}}),
      row("business_licence/accepted_watermark", BusinessLicence2019, BlackAndWhite, 107,
          {{Watermark, 0.18}}),
      row("business_licence/refused_blurred", BusinessLicence2019, BlackAndWhite, 111,
          {{Blur, 0.32}}, {Code::ImgBlur, Code::SealBlurred}),
      row("business_licence/referred_cropped", BusinessLicence2019, BlackAndWhite, 112,
          {{Cropped, 24}}, {Code::ImgCropped}),
      row("business_licence/refused_lowres", BusinessLicence2019, BlackAndWhite, 113,
          {{Lowres, 70}}, {Code::ImgLowres, Code::SealBlurred}),
      row("business_licence/referred_photo", BusinessLicence2014, Colour, 114, {{Photo, 0.06}},
          {Code::ImgBlur, Code::ImgPhoto, Code::SealFaint, Code::SealBackground}),
      row("business_licence/referred_screenshot", BusinessLicence2019, Colour, 115,
          {{Screenshot, 0.14}}, {Code::ImgPhoto, Code::SealBackground}),
      row("business_licence/referred_seal_faded", BusinessLicence2019, BlackAndWhite, 116,
          {{SealFaded, 0.2}}, {Code::SealFaint}),
      row("business_licence/referred_seal_smeared", BusinessLicence2014, BlackAndWhite, 117,
          {{SealSmeared, 2.2}}, {Code::SealBlurred, Code::SealSmeared}),
      row("business_licence/referred_seal_broken_border", BusinessLicence2019, BlackAndWhite, 122,
          {{SealBrokenBorder, 0.45}}, {Code::SealBrokenBorder}),
      row("business_licence/referred_seal_over_code", BusinessLicence2019, BlackAndWhite, 119,
          {{SealOverCode, 1}}, {Code::SealCoversText}),
      row("business_licence/referred_skewed", BusinessLicence2014, BlackAndWhite, 120, {{Skew, 7}},
          {Code::ImgSkew}),
      row("business_licence/referred_seal_missing", BusinessLicence2019, Colour, 131,
          {{SealMissing, 1}}, {Code::SealNone}),
      row("business_licence/referred_seal_missing_bw", BusinessLicence2014, BlackAndWhite, 132,
          {{SealMissing, 1}}, {Code::SealNone}),
      row("business_licence/refused_seal_not_red", BusinessLicence2019, BlackAndWhite, 138,
          {{SealBw, 1}}, {Code::SealNotRed}),
      row("business_licence/refused_code_wrong", BusinessLicence2014, BlackAndWhite, 134,
          {{CodeWrong, 1}}, {Code::UsccBadCheck}),
      row("business_licence/referred_code_lookalike", BusinessLicence2019, BlackAndWhite, 135,
          {{CodeLookalike, 1}}, {Code::UsccLookalike}),
      row("electronic_licence/accepted", ElectronicLicence, Colour, 141),
      row("id_card/accepted", IdCard, BlackAndWhite, 142),
      row("id_card/refused_seal_missing", IdCard, Colour, 143, {{SealMissing, 1}},
          {Code::SealNone}),
      row("institution_certificate/accepted", InstitutionCertificate, Colour, 144),
      row("association_certificate/accepted", AssociationCertificate, BlackAndWhite, 145),
      row("medical_licence/accepted", MedicalLicence, Colour, 166),
      row("authorisation_letter/accepted", AuthorisationLetter, Colour, 147),
      row("seal_sheet/accepted", SealSheet, Colour, 148),
      row("seal_sheet/referred_speckle", SealSheet, Colour, 169, {{SealSpeckle, 12}},
          {Code::SealSpeckle, Code::SealSpeckle, Code::SealSpeckle}),
      row("application_form/accepted", ApplicationForm, BlackAndWhite, 303),
      row("application_form/refused_seal_missing", ApplicationForm, BlackAndWhite, 305,
          {{SealMissing, 1}}, {Code::SealNone}),
      row("appointment_letter/accepted", AppointmentLetter, BlackAndWhite, 310),
      row("appointment_letter/refused_seal_missing", AppointmentLetter, BlackAndWhite, 311,
          {{SealMissing, 1}}, {Code::SealNone}),
      row("lookalikes/letterhead", LookalikeLetterhead, Colour, 151, {},
          {Code::SealNone, Code::UsccUnreadable}),
      row("lookalikes/brick_wall", LookalikeTexture, Colour, 152, {{Photo, 0.03}},
          {Code::ImgBlur, Code::ImgDark, Code::ImgCropped, Code::ImgPhoto, Code::SealNone,
           Code::UsccUnreadable}),
      row("lookalikes/bank_letter", LookalikeBankLetter, Colour, 153, {},
          {Code::SealNone, Code::UsccUnreadable}),
      row("lookalikes/mosaic", LookalikeMosaic, Colour, 154, {},
          {Code::SealNone, Code::UsccUnreadable}),
      row("lookalikes/menu", LookalikeMenu, Colour, 155, {},
          {Code::SealNone, Code::UsccUnreadable}),
  };
}

tl::expected<void, WriteError> write_shipped(const std::filesystem::path& folder) {
  std::vector<NamedRecipe> recipes;
  for (const ShippedSample& each : shipped()) recipes.push_back(each.sample);
  if (const auto written = write_all(folder, recipes); !written) return written;
  for (const ShippedSample& each : shipped()) {
    const auto path = folder / (each.sample.path + ".expected.json");
    std::ofstream file(path, std::ios::binary);
    if (!(file << json_of(each.expected)).flush())
      return tl::make_unexpected(WriteError{"cannot write " + path.string()});
  }
  return {};
}

}  // namespace vermilion::samples
