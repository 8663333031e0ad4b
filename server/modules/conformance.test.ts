import { objectConformance } from '#engine/testing/object-conformance.ts';
import { declarations } from '#modules';

const address = { line1: '1 Phan Đình Phùng', wardCode: '00004', provinceCode: '01' };

const samples = {
  account: { taxCode: '0100109106', billingAddress: address, deliveryAddress: address },
  contact: { address },
  // A reason belongs to unqualified leads only, and those must have one.
  lead: { taxCode: '0100109106', address, status: 'qualified', unqualifiedReason: undefined },
};

objectConformance(declarations, samples, { lead: ['name', 'company'] });
