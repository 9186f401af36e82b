// Files of the small table of people, as the exporter's two makers make them.
#pragma once

#include <memory>
#include <string>

#include "app/save.h"
#include "exporter/job.h"
#include "wasm/app/session.h"

namespace support {

inline app::SaveChoice choice_of(app::FileFormat format, bool is_whole = false) {
  app::SaveChoice choice;
  choice.format = format;
  choice.is_whole_table = is_whole;
  return choice;
}

inline base::Result<std::string> made_by(exporter::Maker maker, const app::SaveChoice& choice,
                                         const std::string& address,
                                         const exporter::Surroundings& surroundings = {}) {
  const auto job = exporter::job_from_json(app::job_from_choice(choice, address, "/"));
  if (!job) return tl::unexpected<base::Error>(job.error());
  return maker(*job, std::make_shared<const stats::Table>(people_table()), surroundings, {});
}

inline constexpr auto people_view =
    "/id/tabel/penduduk/?baris=kecamatan&kolom=tahun&d.jk=P&d.tahun=2023,2025";

}  // namespace support
