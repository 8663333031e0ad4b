/** Words that Vietnamese names are made of, in about the proportions people have them. */
export const families =
  'Nguyễn,Nguyễn,Nguyễn,Nguyễn,Trần,Trần,Lê,Lê,Phạm,Phạm,Hoàng,Huỳnh,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý'.split(
    ',',
  );
export const middles =
  'Văn,Thị,Đức,Hữu,Minh,Ngọc,Thanh,Quang,Thuỳ,Hồng,Xuân,Gia,Bảo,Khánh,Phương,Kim'.split(',');
export const givens =
  'An,Anh,Bình,Cường,Dung,Dũng,Duy,Đạt,Đông,Đức,Giang,Hà,Hải,Hạnh,Hiếu,Hoa,Hoàng,Hùng,Huy,Hương,Khoa,Lan,Linh,Long,Mai,Minh,Nam,Nga,Ngân,Nhung,Oanh,Phong,Phúc,Quân,Quỳnh,Sơn,Tâm,Thảo,Thắng,Thu,Trang,Trung,Tú,Tuấn,Uyên,Vân,Việt,Vy,Yến,Ý'.split(
    ',',
  );
export const forms =
  'Công ty TNHH,Công ty Cổ phần,Công ty TNHH MTV,Doanh nghiệp tư nhân,Hộ kinh doanh,Cửa hàng'.split(
    ',',
  );
export const trades =
  'Quà tặng,Vận tải,Giao nhận,Thương mại,Dịch vụ,Xây dựng,Nội thất,Thực phẩm,May mặc,Dược phẩm,Điện máy,Bao bì,Du lịch,Giáo dục,Nông sản,Hải sản,Cơ khí,Hoá chất,In ấn,Truyền thông'.split(
    ',',
  );
export const places =
  'Sông Hồng,Thăng Long,Hà Thành,Sài Gòn,Bến Nghé,Cửu Long,Trường Sơn,Hoàn Kiếm,Tây Hồ,Hương Giang,Bạch Đằng,Đông Á,Thái Bình Dương,Đại Việt,Lạc Hồng,An Phú,Phú Mỹ,Tân Tiến,Hoà Bình,Thành Đạt,Minh Khai,Ánh Dương,Rồng Vàng,Hạ Long,Ba Đình'.split(
    ',',
  );
