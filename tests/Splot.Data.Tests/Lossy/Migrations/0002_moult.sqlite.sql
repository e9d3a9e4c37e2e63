DELETE FROM lossy_feather WHERE code <> '1';
