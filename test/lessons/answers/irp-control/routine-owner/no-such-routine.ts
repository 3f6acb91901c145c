({ driver: "wwmirror", routine: "wwmirror+0x2c40" });
