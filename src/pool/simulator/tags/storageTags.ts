/** File systems, filters, volumes and disks: `tag pool driver block held churn/h follows`, see `readTagTable`; the numbers are ours. */
export const storageTags = `
Ntfx N ntfs 288/304/320 13400 6100 j5200 u4300 b3600 n12 ~70
NtxF N ntfs 352/384 12100 5200 j4900 u4100 b3300 n12 ~70
Ntfr N ntfs 112/144 10800 5900 j3600 u2700 b2200 ~70
NtfF P ntfs 1584 5200 900 j1200 u2400 b1700 p-1500 ~600
Ntff P ntfs 1376 4700 1900 j4300 u3600 b2900 p-1500 ~420
Ntf0 P ntfs 1168 64 9200 j40
NtfC P ntfs 288 40 5200 j60
Ntfc P ntfs 144/176 5100 8800 j1900 u2600 ~240
NtfI P ntfs 112 300 61000 j80
NtfM P ntfs 4096 12 2900 j30 b12
NtfE P ntfs 112 70 9900
NtfD P ntfs 192 8 1700
NtfN P ntfs 512 8 11000
Ntfo P ntfs 144/256 5400 62000 j2100 u1900 ~240
NtFs P ntfs 64/96/144 15600 96000 j4100 u3900 b2800 ~360
NtFs N ntfs 48/1024 160 21000 j80
NtFL N ntfs 256/4096 11 900 j8
NtFA N ntfs 96 1 7700
NtFB P ntfs 4096/24576 14 420
NtFC P ntfs 64 12 190000 j40
NtFD N ntfs 112 2 900
NtFF P ntfs 288 0 1400
NtFI N ntfs 4096 3 800
NtFS P ntfs 112/288 410 260
NtFR P ntfs 512 1 90
NtFU P ntfs 352 2900 480 u320
NtFV P ntfs 128 0 60
NtFW P ntfs 96 4 4200
NtFa P ntfs 48 10 1600 j12
NtFd P ntfs 96 8 14800
NtFf N ntfs 64 2 8
NtFv P ntfs 160 0 40
NtFQ P ntfs 288 1 30
NtFH P ntfs 8192 3 0
Ntop P nt 208 9400 21000 j2900 u2600 ~420 n900
Nttb P ntfs 4096 22 0
Ntli P ntfs 80 6 900
FSro P nt 176 5100 11800 j2200 u1700 ~300
FSrt P nt 144 42 900
FSrN N nt 288 14 60
FSim P nt 80/144 4600 2100 j1600 u1400 ~300
FSun N nt 112 640 120
FSfc P nt 112 34 40
FOCX N nt 128 810 3600 u90 ~240
FMfn P fltmgr 272/464/784 10200 188000 j2100 u3600 b900 n20 ~420
FMsl N fltmgr 192/208 12700 5300 j4800 u4200 b3400 ~70
FMsc N fltmgr 896 610 90 u60
FMic N fltmgr 1024/1920 60 74000 j50
FMng P fltmgr 96/160 60 120 n700
FMfl N fltmgr 1152 12 0
FMfi N fltmgr 2816 36 0
FMvo N fltmgr 1040/4096 14 0
FMfc P fltmgr 288 34 120
FMis P fltmgr 128 8 60
FMrs P fltmgr 112 8 0
FMtn P fltmgr 144 30 41000
FMos N fltmgr 64 16 0
FMcb N fltmgr 96/240 40 0
FMac P fltmgr 208 4 3
FMts N fltmgr 144 12 0
FMea P fltmgr 352 0 460
FMpl P fltmgr 112 6 0
FIcs P fileinfo 192 11900 5100 j4600 u4000 p-3000 ~420
FIOc P fileinfo 240 24 0
FIvp N fileinfo 160 8 0
LuaV P luafv 128 6 30
luaf P luafv 96/288 18 4600
Fat_ P fastfat 112/496 30 16
FatF P fastfat 480 4 6
Cdfs P cdfs 288 6 0 @old
Udfs P udfs 352 4 0 @old
NpFr P npfs 96/304 120 58000 u60 n900
NpFw P npfs 80/288 18 31000
NpFc P npfs 240 210 9400 u40
NpFC P npfs 96 210 9400 u40
NpFs P npfs 192 160 400 u20
NpFa P npfs 128 90 1800
NpFR P npfs 64 12 700
MsFc P msfs 192 8 0
MsFC P msfs 112 8 0
MsFd P msfs 240 3 60
Mup_ P mup 128/320 46 3900 u12
MupI P mup 160 4 700
MupB P mup 96 2 120
DfsC P dfsc 176/432 60 260 u14
Dfsc N dfsc 112 20 40
CSCt P csc 288 12 0 @old
VoSm N volsnap 49152/65536 28 12 b160 ~900
VSbm N volsnap 16384 16 0 b60 ~900
VSdl N volsnap 112 60 900 b900
VSwq N volsnap 96 4 0
VSap P volsnap 240 12 6
VolI N volmgr 144 14 40
VolM P volmgr 528 8 0
VMgr N volmgrx 288/4096 30 3
VmLo N volmgrx 1024 2 0
PmPt N partmgr 128/704 26 0
PmRG N partmgr 96 4 60
MntA P mountmgr 96 36 0
MntS P mountmgr 304 8 30
ScB0 N classpnp 112 4 0
ScB8 N classpnp 144 6 60
ScC_ N classpnp 256/1104 18 30
ScCd N cdrom 512 3 2
ScCe N cdrom 96 2 0
ScD0 N disk 288 6 2
ScDs N disk 128 12 0
ScL0 N classpnp 64 6 40
ScLm P classpnp 240 4 0
ScUn N classpnp 176 3 0
ScP3 N storport 304 4 0
CPnp N classpnp 960 512 1900 j60
CPwz N classpnp 112 6 0
ClPn N classpnp 288 8 20
StCc N storport 4096 8 0
Stor N storport 272/3968 210 0
StoU N storport 160 12 600
RaDA N storport 8192 8 0
RaDR N storport 240 4 0
RaEt N storport 96 60 2200 j60
RaRS N storport 3968 512 0
RaUE N storport 896 16 0
RaTM N storport 4096 4 0
RaME N storport 64 210 900 j40
iSCS P msiscsi 432 30 0
iScn N msiscsi 1024/4096 24 3
MpDv N mpio 640 12 0
MpPt N mpio 288 24 30
MpDs N msdsm 416 18 9
LsSc N lsi_sas 4096/16384 40 0 @old
LSIm N lsi_sas 1024 96 0 @old
stnv N stornvme 4096/65536 34 0 @new
spcx N spaceport 512/4096 180 30 @new
SpPl P spaceport 288 64 3 @new
RfsC N refs 352/624 640 120 u80 @new
RfsF P refs 1456 210 90 u60 @new
DdpF P dedup 240/1024 360 600 u60 b700 ~900 @new
DdpC N dedup 112 210 400 b400 @new
WCsc N wcifs 288 40 60 @new
WCfc P wcifs 176 30 40 @new
bind N bindflt 160 34 90 @new
CldF N cldflt 256/512 16 3 @new
StgQ N storqosflt 192/640 96 400 u40 @new
VhdP N vhdmp 528/4096 20 3 @new
MPsc P wdfilter 368 3600 1900 u900 ~900 @new
MPhc P wdfilter 144 3900 4100 u700 @new
MPfn P wdfilter 272 900 21000 u160 @new
MPRq N wdfilter 1104 24 11000 u30 @new
Quot P quota 640 120 260 u60 @old
DqtF P datascrn 320 64 160 u20 @old
QuoF N quota 176 90 120 u14 @old
sisF N sis 144 18 12 @old
DfsR P dfsrro 240/656 44 90 @old
`;
