/** Devices, buses and third-party drivers: `tag pool driver block held churn/h follows`, see `readTagTable`; the numbers are ours. */
export const deviceTags = `
AcpA N acpi 112 60 0
AcpB N acpi 288 8 40
AcpD N acpi 1024 160 0
AcpE N acpi 96 1 12
AcpF N acpi 144 12 0
AcpI N acpi 240 6 9
AcpM N acpi 512 4 0
AcpO P acpi 176 30 3
AcpP N acpi 304 3 0
AcpR N acpi 96 14 30
AcpS P acpi 64/144 1300 0
AcpT N acpi 288 4 0
AcpX N acpi 208 16 60
AmlC N acpi 4096 3 0
AmlH N acpi 65536 6! 0
AmlT N acpi 160 4 900
PciB N pci 1024/1488 34 0
PciD N pci 288 12 3
PciX N pci 96 40 0
Pcic N pci 4096 3 0
Arbr P nt 64 210 0
ArbA P nt 112 30 0
ArbL P nt 176 34 3
Resl N nt 144/304 90 0
ResP P nt 96 60 9
WdfC N wdf01000 240/528 60 0
WdfD N wdf01000 1024/2304 120 0
FxDr N wdf01000 352/816 440 30
FxLo N wdf01000 4096/8192 30 0
FxRq N wdf01000 640 60 900
Wdfv P wdf01000 208 12 3
Wdm_ N drivers 96/288 30 30
Ddk_ N drivers 80/512/4096 130 260
usbp N usbport 144/1024 210 30
usbE N usbehci 512/8192 12 0
uhub N usbhub 240/1040 66 12
UHCD N usbuhci 4096 6 0 @old
usbX N usbxhci 640/8192 40 6 @new
UhX3 N usbhub3 352/1296 34 3 @new
Ucx_ N ucx01000 288/1024 26 0 @new
HidC N hidclass 208/624 30 12
HidP N hidparse 112/736 24 3
Hidu N hidusb 288 8 0
hidi N hidclass 96 6 0
kbdc N kbdclass 528 4 0
mouc N mouclass 544 4 0
8042 N i8042prt 352/1360 8 0
Kbdf N kbdhid 288 2 0
Mouf N mouhid 304 2 0
SerE N serenum 112 4 0
SerX N serial 288/4096 6 0
Parp P parport 176 3 0 @old
flpy N flpydisk 640 1 0 @old
IPMI N ipmidrv 288/1024 8 900
SMBs N smbios 176 3 12
TPM_ N tpm 208/4096 6 30
Vga_ N vga 304 2 0 @old
VidM N videoprt 112/1024 30 3
VidP P videoprt 208 18 0
DxgK P dxgkrnl 128/416/960 310 4100 u40
DxgK N dxgkrnl 288/1152 64 40
VidS N dxgmms1 144/1312 60 300 @old
VidZ N dxgmms2 160/1424 70 340 @new
Vi01 P dxgkrnl 528 30 600
Vi12 P dxgkrnl 208 120 900
Vi54 P dxgkrnl 8192 12 60
ViSh N dxgkrnl 1072 24 900
Monp P monitor 144/624 6 0
Dcdd N cdd 80/208 24 900
BDD_ N basicdisplay 4096 3 0 @new
BasR N basicrender 208 2 0 @new
HdAu N hdaudbus 288/4096 9 0
SwEn P swenum 112 14 0
KsFo P ks 176 8 30
KsoO P ks 288 8 30
VMbu N vmbus 512/8192 34 0 @new
VMrd N rdpvideo 640 6 3 @new
StVs N storvsc 640/16384 20 0 @new
vmtp N vmicheart 96 4 60 @new
Hyvk N hyperkbd 240 2 0 @new
intp N intelppm 240/1136 34 0
ProC N processr 352 16 0 @old
PEPx N intelpep 208/512 16 3 @new
Dmrp N dmio 144 12 0
CrsD N crashdmp 4096/12288 6 0
dump N crashdmp 1048576 1! 0
dFVE N dumpfve 65536 2! 0
FVE0 N fvevol 288/4096 24 0
FVEx N fvevol 144 10 60
Rdyb N rdyboost 240/8192 14 0 @old
Rdbm N rdyboost 65536 3! 0 @old
Bthp N bthport 240 3 0 @new
WUDF P wudfrd 208/640 14 60
wpdU P wpdupfltr 176 4 0
FsDp N fsdepends 144/320 14 3
PEau P peauth 8192/40960 18 60
spsD P spsys 4096/12288 9 3 @old
SpnP P spldr 160 4 0 @old
HECI N heci 224/1024 8 300
iLoC N hpqilo3 288/4096 22 1900 @old
iLoB N hpqilo3 65536 8! 0 @old
CpqT N cpqteam 640/2048 34 60 @old
CqSm N cpqcissm 96/1024 44 900 @old
e1iB N e1i62x64 2240 2048! 60 @old
e1iR N e1i62x64 8192/32768 16 0 @old
e1iX N e1i62x64 288 512 9000 j80 @old
ix2B N ixi62x64 2240 4096! 60 @new
ix2R N ixi62x64 16384/65536 24 0 @new
ix2X N ixi62x64 304 1024 21000 u160 @new
mlxC N mlx5 4096/16384 36 0 @new
mlxE N mlx5 528 220 600 @new
dcdP N dcdbas64 288 6 300 @new
prcD N percsas3 4096/65536 20 0 @new
prcX N percsas3 896 512 0 @new
LtwM N litmem 176/528 60 120
LtwB P litmem 1040 30 40
CoQs N cohoqos 112/288 210 6200 u60
CoQp N cohoqos 4096 8 0
AvFs N advavflt 240/608 310 4100 u240 ~400
AvFc P advavflt 352/1152 820 6100 u610 ~600
AvNm P advavflt 144/272 210 88000 u120
AvSc N advavflt 8192 12 60 u8
BkIx N tsbkup 1024 8 3 b60
BkBf N tsbkup 65536 2 6 b180
BkCt P tsbkup 288 60 90 b1200 ~900
SnmD N snmpdrv 96 12 60
UpsM N upsmon 208 6 90
`;
