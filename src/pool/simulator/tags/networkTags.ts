/** Network, file sharing and web: `tag pool driver block held churn/h follows`, see `readTagTable`; the numbers are ours. */
export const networkTags = `
AfdB N afd 1024/4096 96 14000 j160 u420 n900
AfdE N afd 416/560 820 8200 u640 n12 ~120
AfdC N afd 288/400 340 6900 u560 n10 ~120
AfdP N afd 64/160 140 16000 u90
AfdX N afd 112 90 13000 u60
AfdA N afd 96 26 310
AfdL N afd 240 8 12
AfdQ N afd 80 14 2200
AfdR N afd 128 18 5100
AfdT N afd 208 30 1700
AfdD N afd 160 60 2600 u40
AfdI N afd 96 30 6100
AfdW N afd 144 4 900
Afdp N afd 112/352 26 11800 u30
Afdf N afd 176 6 600
TcpE N tcpip 496/608 420 5100 u610 n12 ~120
TcpA N tcpip 112 30 6400
TcpI N tcpip 176/288 210 4100 u90
TcpL N tcpip 240/304 64 120
TcpR N tcpip 96 18 9800
TcpN N tcpip 208 40 700
TcpP N tcpip 64/1024 140 61000 j90
TcpO N tcpip 80 30 300
TcST N tcpip 224 16 0
TcCT N tcpip 256 12 60
TcHT N tcpip 4096/16384 10 0
TcTW N tcpip 112 160 3400 u200 ~120
TcFR N tcpip 96 16 2800
TcDN N tcpip 128 6 400
TcIn N tcpip 192 20 90
TcSp N tcpip 144 6 0
UdpA N tcpip 352/432 160 4600 n6
UdpH N tcpip 8192 2 0
UdpM N tcpip 96 12 300
UdpP N tcpip 112 10 60
Udp_ N tcpip 64 6 9000
Ipng N tcpip 288/1024 120 900
IPif N tcpip 528/2048 34 3
IPna N tcpip 160 46 210
IPnb N tcpip 384 60 340
IPrt N tcpip 240/400 130 600 n8
IPre N tcpip 96 18 1200
IPlo N tcpip 128 8 2400
IPmc N tcpip 112 40 12
IPas N tcpip 176 26 160
IPcm N tcpip 288 14 30
IPfg N tcpip 144 4 60
IPst N tcpip 208 10 3
Icse N tcpip 96 4 18
Inet N tcpip 64/352 90 1900
InPa N tcpip 144 12 60
INns N tcpip 112 8 30
Raw4 N tcpip 240 4 0
Flow N tcpip 464 24 210
Fwpc N fwpkclnt 128 18 12
FwpE N fwpkclnt 80/224 210 4200 u90
WfpF N netio 176/352 640 1800 u120
WfpL N netio 64/96 410 9100 u60
WfpM N netio 288/4096 62 300
WfpH N netio 2048/12288 14 0
WfpI N netio 144 32 0
WfpC N netio 96 60 60
WfpS P netio 432 40 0
WfpX N netio 112 8 2300
NMRb N netio 176 60 0
NMRm N netio 240 24 0
NMpt N netio 128 120 0
Nb__ N netbt 112/288 30 900
NbtA N netbt 528 8 0
NbtD N netbt 336 6 3
NBTo N netbt 208 16 12
Nbt0 N netbt 96/240 34 2600
Nb21 N netbt 144 10 4100
NDam N ndis 256/1040/8192 118 90 j6
NDpp N ndis 416/16384/69632 44 6
NDnd N ndis 160/288 640 11000 j320 u90 n1500
NDpb N ndis 1024 14 0
NDmb N ndis 8192/20480 9 0
NDfb N ndis 1280 34 0
NDoa N ndis 96 20 900
NDop N ndis 448 18 3
NDoc N ndis 64 18 2600
NDrt N ndis 208 16 40
NDcm N ndis 352 6 0
NDdl N ndis 144 10 0
NDsh N ndis 4096 32 0
NDwi N ndis 96 6 1700
NDte P ndis 528 3 0
NDpm N ndis 112 12 30
NDCA N ndis 4096/65536 24 0
NDlb N ndis 240 60 3600 j40
NDnp N ndis 288/12288 12 0
NDis P ndis 192 28 60
NSIr P nsiproxy 144 3 5100
NSpc N nsiproxy 96 4 900
PaeT N pacer 176 4 0
PSrv N pacer 288 12 30
Psch N pacer 464 8 0
tunX N tunnel 240 8 60
Tdx_ N tdx 112/416 210 700 u40
Tdxc N tdx 304 30 300
TdxI N tdx 96 6 4800
UlHC N http 992 12 900 u180 ~120
UlRB N http 4096 10 800 u220
UlRP N http 736/4096 24 1900 u260
UlUC P http 160/416 90 600 u60
UlCC N http 416 6 30
UlCO P http 352 14 3
UlCT P http 288 10 0
UlLS N http 240 6 0
UlFC N http 288 30 900 u90
UlFT N http 96 6 3000
UlGC N http 256 1 0
UlDO P http 208 4 3
UlNP N http 144 4 40
UlOR P http 512 3 2600
UlQT N http 176 2 0
UlSL P http 112 2 700
UlTD N http 304 4 0
UlIR N http 640 6 900 u60
UlVH N http 288 4 60
UcSc N http 192 1 9
UcCc N http 240 1 9
LSwi N srv 8192 16 900 j20 u60 @old
LSwn N srv 8192 24 2100 j30 u80 @old
LSwr N srv 69632 4 60 j12 @old
LScn N srv 720 6 30 u40 @old
LSdi N srv 112 4 200 @old
LSep N srv 288 3 0 @old
LSlf P srv 288 8 120 u60 @old
LSmf P srv 464 8 120 u60 @old
LSss P srv 640 4 20 u20 @old
LS2w N srv2 896/4096 96 22000 j1400 u2600 b140 n720
LS2b N srv2 69632 4 400 j640 u360 n12
LS2c N srv2 1216 14 60 u160 ~300
LS2s P srv2 720 14 60 u160 ~300
LS2t P srv2 416 18 80 u240 ~300
LS2o P srv2 624/752 90 3200 j480 u2900 ~180 n300
LS2l P srv2 144 30 6800 j60 u900
LS2i N srv2 176 6 30 u90
LS2p N srv2 112 8 3900
LS2x N srv2 288 12 900 j40
SrNt N srvnet 560/12288 46 4100 j210 u260 n110
SrNb N srvnet 69632 3 30 j120
SrNe N srvnet 240 6 0
SrNx P srvnet 144 6 40
LSni N srvnet 96 12 600
RxCo N rdbss 112 6 600
RxFc P rdbss 640 8 120
RxFo P rdbss 288 8 120
RxIr N rdbss 720 6 1700
RxM3 N rdbss 208 3 60
RxMs P rdbss 160 6 0
RxNc P rdbss 304 4 9
RxNf N rdbss 240 8 120
RxSc P rdbss 352 4 9
RxSo P rdbss 208 8 120
RxVc P rdbss 448 4 9
RxTm N rdbss 96 3 30
SmMs N mrxsmb 176 3 60
SmCe N mrxsmb 1040 6 60
SmFc P mrxsmb 288 6 90
SmVc P mrxsmb 336 4 9
SmSe P mrxsmb 400 4 9
SmKp N mrxsmb 96 4 300
SmOe N mrxsmb 240 6 900
SmTr N mrxsmb 640 3 120
DCam N rdpdr 112 6 12
RdpD P rdpdr 240 8 30
TSdd P termdd 288 14 60 @old
TSic N termdd 1152 16 40 @old
tssm P tssecsrv 352 6 12
KSec N ksecdd 160/1024 36 4600 u30
KSeD P ksecdd 112 18 2900
Cng_ N cng 240/2048 60 900 u20
Bcry P cng 176/512 120 9800 u60
CngB N cng 304 30 3600
WskC N afd 208 18 60
VmNs N netvsc 4096/131072 10 0 @new
VmNc N netvsc 288 64 900 u40 @new
VMsw N vmswitch 352/8192 60 600 @new
WNat N winnat 176 30 60 @new
QUIC N msquic 288/1152 24 300 @new
SmDi N smbdirect 1024 12 30 @new
RsFx P rsfx 480 10 0 @new
`;
