// The screen ⇄ the address bar. Paths are /id/, /id/tabel/CODE/, /en/, /en/table/CODE/ under the
// site's base path; the view is the query:
//
//   baris=kecamatan&kolom=tahun,jk&d.tahun=top(3)&d.jk=L,P&d.umur=range(0-4,20-24)
//   &urut=-2025,T&urut-kolom=1603&hitung=rank&kosong=0&jumlah=bk&tab=metadata
//   &grafik=line&peta.d.tahun=2025&peta.kelas=own&peta.batas=10,20.5&peta.warna=padi
//
// Without any of baris, kolom and d.* the table's default view is meant. In the catalogue:
// subjek, cari, urut, tahun=2010-2020, wilayah=district,village.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/state.h"

namespace app {

struct Place {
  base::Language language = base::Language::id;
  Screen screen;

  friend bool operator==(const Place&, const Place&) = default;
};

/// An address that is none of ours is the catalogue.
Place place_from_address(std::string_view path_and_query, std::string_view base_path);

/// `default_view` is left out of the address where the screen shows just that.
std::string address_from_place(const Place& place, std::string_view base_path,
                               const stats::View* default_view);

/// Where the office is asked for data, its form filled in: `fields` are those that the form takes
/// from its address (docs/desk.md), those that are empty left out.
std::string request_address(const State& state,
                            const std::vector<std::pair<std::string, std::string>>& fields);

/// Where the office signs in.
std::string office_address(const State& state);

}  // namespace app
